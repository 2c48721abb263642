import { reportRender } from './bench/render'
void reportRender().then(console.log)
