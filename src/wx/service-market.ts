import { assertSupported } from './failure'

/** What the typings lack. */
interface ServiceMarket {
  CDN: new (file: { type: 'filePath'; filePath: string }) => object
  invokeService(call: { service: string; api: string; data: object }): Promise<{ data: unknown }>
}

/** `wx.serviceMarket.invokeService` with a picture, which the platform takes to its CDN on the way. */
export async function invokeService(
  target: { service: string; api: string },
  filePath: string,
  data: object,
): Promise<unknown> {
  const market: ServiceMarket | undefined = Reflect.get(wx, 'serviceMarket')
  assertSupported(market, 'wx.serviceMarket')
  const img_url = new market.CDN({ type: 'filePath', filePath })
  return market.invokeService({ ...target, data: { img_url, ...data } })
}
