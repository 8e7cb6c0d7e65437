/**
 * Which addresses are the public internet's, and which networks an operator named besides.
 *
 * Public is what is left: IPv4 without the special-purpose blocks, of IPv6 only the global unicast block without what carries
 * an IPv4 address inside. Source: IANA special-purpose address registries (RFC 6890 and its updates), read 2026-11.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

// prettier-ignore
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],       // this network, RFC 791
  ['10.0.0.0', 8],      // private, RFC 1918
  ['100.64.0.0', 10],   // carrier-grade NAT, RFC 6598; clouds answer for their machines here
  ['127.0.0.0', 8],     // loopback, RFC 1122
  ['169.254.0.0', 16],  // link-local, RFC 3927; metadata of clouds
  ['172.16.0.0', 12],   // private, RFC 1918
  ['192.0.0.0', 24],    // protocol assignments, RFC 6890
  ['192.0.2.0', 24],    // documentation, RFC 5737
  ['192.31.196.0', 24], // AS112, RFC 7535
  ['192.52.193.0', 24], // AMT relays, RFC 7450
  ['192.88.99.0', 24],  // 6to4 relays, RFC 7526
  ['192.168.0.0', 16],  // private, RFC 1918
  ['192.175.48.0', 24], // AS112, RFC 7534
  ['198.18.0.0', 15],   // benchmarks, RFC 2544
  ['198.51.100.0', 24], // documentation, RFC 5737
  ['203.0.113.0', 24],  // documentation, RFC 5737
  ['224.0.0.0', 4],     // multicast, RFC 5771
  ['240.0.0.0', 4],     // reserved and broadcast, RFC 1112, RFC 919
] as const

// prettier-ignore
const NOT_PUBLIC_V6 = [
  ['2001::', 23],   // protocol assignments with Teredo and ORCHID, RFC 2928, RFC 4380, RFC 7343
  ['2001:db8::', 32], // documentation, RFC 3849
  ['2002::', 16],   // 6to4: an IPv4 address inside, RFC 3056
  ['2620:4f:8000::', 48], // AS112, RFC 7534
  ['3fff::', 20],   // documentation, RFC 9637
] as const

const notPublicV4 = new BlockList()
for (const [network, bits] of NOT_PUBLIC_V4) notPublicV4.addSubnet(network, bits, 'ipv4')
const notPublicV6 = new BlockList()
for (const [network, bits] of NOT_PUBLIC_V6) notPublicV6.addSubnet(network, bits, 'ipv6')
/** Everything else of IPv6 is loopback, local, multicast, mapped, translated or not given out. RFC 4291, section 2.4. */
const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')

export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !notPublicV4.check(address, 'ipv4')
  return isIPv6(address) && globalV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
}

export type Networks = { has(address: string): boolean }
export const NO_NETWORKS: Networks = { has: () => false }

/** Shorter than these a network is no longer somebody's own. */
const SHORTEST = { ipv4: 8, ipv6: 7 }

/** `10.20.0.0/16, 192.168.5.7, fd12::/48`; null when a part of it is no network. */
export function networksFrom(text: string): Networks | null {
  const list = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) {
    const [address = '', bits, ...more] = part.split('/')
    const family = isIPv4(address) ? 'ipv4' : isIPv6(address) && !address.includes('%') ? 'ipv6' : undefined
    if (!family || more.length > 0) return null
    const full = family === 'ipv4' ? 32 : 128
    if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return null
    const length = bits === undefined ? full : Number(bits)
    if (length < SHORTEST[family] || length > full) return null
    list.addSubnet(address, length, family)
  }
  return { has: (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6') }
}
