/** Where miniprogram-ocr-server listens. On a real phone: your own server, on the list of allowed domains. */
export const SERVER = 'http://127.0.0.1:8080'
