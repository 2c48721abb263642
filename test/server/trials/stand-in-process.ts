import { startStandIn } from '../wechat/stand-in'

/** The stand-in in a process of its own, so that a load trial does not measure itself. Its token is asked for once. */
async function main(delay: number) {
  const { url } = await startStandIn({ delay })
  process.stdout.write(`listens on ${url}\n`)
}

void main(Number(process.argv[2]))
