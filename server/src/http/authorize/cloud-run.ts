import ipaddr from 'ipaddr.js'
import type { Authorize } from './authorize'

export interface CloudRunOptions {
  /** Networks that the gateway's connections come from, such as `['10.1.0.0/16']`. All private ones by default. */
  gateway?: string[]
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', 'fc00::/7']

/**
 * 微信云托管: wx.cloud.callContainer goes through WeChat's gateway, which writes the user's openid into X-WX-OPENID. The header
 * proves nothing by itself: anybody who reaches the container in another way can write it. So it counts only on connections
 * from the gateway's network, and 公网访问 must be switched off in the console.
 */
export function cloudRun({ gateway = PRIVATE }: CloudRunOptions = {}): Authorize {
  const networks = gateway.map((network) => ipaddr.parseCIDR(network))

  return ({ headers, socket }) => {
    const openid = headers['x-wx-openid']
    if (typeof openid !== 'string' || !/^[\w-]{1,128}$/.test(openid)) return undefined
    return isFromGateway(socket.remoteAddress ?? '') ? openid : undefined
  }

  function isFromGateway(peer: string): boolean {
    if (!ipaddr.isValid(peer)) return false
    const address = ipaddr.process(peer)
    return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
  }
}
