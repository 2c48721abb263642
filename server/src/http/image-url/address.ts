import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to networks. Source: IANA, IPv6 Global Unicast Address Assignments. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an address belongs to the public internet. Everything else is refused: this machine, its networks, its link, the
 * metadata services of clouds (169.254.169.254, 100.100.100.200), and IPv6 forms that wrap an IPv4 address.
 *
 * @param address as a resolver gives it; what cannot be parsed is not public
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6))
}
