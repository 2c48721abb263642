import ipaddr from 'ipaddr.js'

/** Whether an address is this machine's own, in IPv6's clothes too. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
