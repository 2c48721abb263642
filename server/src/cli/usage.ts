export const USAGE = `WeChat's card OCR API on this machine.

  miniprogram-ocr-server serve [--port 8080] [--host 127.0.0.1] [--engine embedded]
      Serves POST /cv/ocr/idcard, bankcard and driving on 127.0.0.1.
      --engine embedded | wechat | wechat,embedded | embedded,wechat    who reads the cards
      --authorize jwt | cloudrun    who may ask; another --host than this machine needs it, or OCR_APPS
      --allow-anonymous             serves anybody who reaches it
      --rate 60                     requests a minute for each caller
      --allow-http                  takes img_url with http://, too
      --log info                    writes a line of JSON for each request

  miniprogram-ocr-server recognize idcard <picture> [--type photo|scan] [--engine embedded]
      Prints the reply for one picture as JSON; exits with 1 when it is an error.

  miniprogram-ocr-server doctor [idcard=photo.jpg ...]
      Says what works here. With an account and pictures, tells how WeChat really answers; no field is printed.

  -h, --help     prints this
  -v, --version  prints the version

Secrets come from the environment, or from files that it names with _FILE behind the name:
  WECHAT_APPID  WECHAT_SECRET  WECHAT_DAILY_LIMIT   the account of engine wechat
  OCR_APPS      appid:secret, ...                   whom /cgi-bin/token gives access tokens
  OCR_JWT_KEY   OCR_JWT_ISSUER  OCR_JWT_AUDIENCE    for --authorize jwt
  OCR_GATEWAY   10.1.0.0/16, ...                    for --authorize cloudrun
  REDIS_URL     redis://host:6379                   what instances share
Options can come from there as well: PORT  HOST  OCR_ENGINE  OCR_AUTHORIZE  OCR_RATE  LOG_LEVEL`

/** What the person at the keyboard can put right; the message says how. */
export class UsageError extends Error {}

export function print(line: string) {
  process.stdout.write(`${line}\n`)
}

export function complain(line: string) {
  process.stderr.write(`${line}\n`)
}
