import ipaddr from 'ipaddr.js'

/**
 * Whether an address belongs to the public internet. Everything else is refused: this machine, its networks, its link, the
 * metadata services of clouds (169.254.169.254, 100.100.100.200), and IPv6 forms that wrap an IPv4 address.
 *
 * @param address as a resolver gives it; what cannot be parsed is not public
 */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast'
}
