/** Ways to write, or to reach by a name, an address that no outgoing call may go to. `PORT` is where the test listens. */

// prettier-ignore
export const FORMS: readonly string[] = [
  // loopback, plainly and in every spelling that a reader of addresses knows
  'http://127.0.0.1:PORT/', 'http://127.0.0.1:PORT', 'http://127.0.0.1.:PORT/', 'http://127.1:PORT/', 'http://127.0.1:PORT/',
  'http://127.127.127.127:PORT/', 'http://127.255.255.254:PORT/', 'http://2130706433:PORT/', 'http://2130706433.:PORT/',
  'http://0x7f000001:PORT/', 'http://0X7F000001:PORT/', 'http://0x7f.1:PORT/', 'http://0x7f.0.0.1:PORT/', 'http://0x7f.0x0.0x0.0x1:PORT/',
  'http://0177.0.0.1:PORT/', 'http://0177.1:PORT/', 'http://017700000001:PORT/', 'http://0177.0x0.0.1:PORT/', 'http://00000177.0.0.1:PORT/',
  'http://127.0x1:PORT/', 'http://127.00.00.01:PORT/', 'http://%31%32%37.0.0.1:PORT/', 'http://127%2e0%2e0%2e1:PORT/',
  'http://１２７.0.0.1:PORT/', 'http://①②⑦.⓪.⓪.①:PORT/', 'http://127。0。0。1:PORT/', 'http://127．0．0．1:PORT/', 'http://127｡0｡0｡1:PORT/',
  'http://⑫7.0.0.1:PORT/', 'http://0x7f。0。0。1:PORT/', 'http:127.0.0.1:PORT/', 'http:/127.0.0.1:PORT/', 'http:\\\\127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/ ', 'ht\ntp://127.0.0.1:PORT/', 'http://127.0.\t0.1:PORT/', 'HTTP://127.0.0.1:PORT/', 'https://127.0.0.1:PORT/',
  'http://127.0.0.1:PORT/?a=http://example.org', 'http://127.0.0.1:PORT#@example.org', 'http://127.0.0.1:PORT\\@example.org/',
  'http://0.0.0.0:PORT/', 'http://0:PORT/', 'http://0x0:PORT/', 'http://00:PORT/', 'http://0.1:PORT/', 'http://0.0.0.1:PORT/', 'http://0.255.255.255:PORT/',
  // other networks that are not the public internet's
  'http://10.0.0.1:PORT/', 'http://10.255.255.255:PORT/', 'http://10.1:PORT/', 'http://167772161:PORT/', 'http://012.0.0.1:PORT/', 'http://0xa.0.0.1:PORT/',
  'http://172.16.0.1:PORT/', 'http://172.31.255.255:PORT/', 'http://172.16.1:PORT/', 'http://192.168.0.1:PORT/', 'http://192.168.1:PORT/',
  'http://3232235521:PORT/', 'http://0xc0a80001:PORT/', 'http://0300.0250.0.1:PORT/', 'http://192.168.255.255:PORT/',
  'http://169.254.169.254:PORT/latest/meta-data/', 'http://169.254.1.1:PORT/', 'http://2852039166:PORT/', 'http://0xa9fea9fe:PORT/', 'http://0251.0376.0251.0376:PORT/',
  'http://100.64.0.1:PORT/', 'http://100.100.100.200:PORT/latest/meta-data/', 'http://100.127.255.255:PORT/',
  'http://192.0.0.1:PORT/', 'http://192.0.0.192:PORT/', 'http://192.0.2.1:PORT/', 'http://198.18.0.1:PORT/', 'http://198.19.255.255:PORT/',
  'http://198.51.100.7:PORT/', 'http://203.0.113.7:PORT/', 'http://192.88.99.1:PORT/', 'http://224.0.0.1:PORT/', 'http://239.255.255.250:PORT/',
  'http://240.0.0.1:PORT/', 'http://255.255.255.255:PORT/', 'http://4294967295:PORT/', 'http://0xffffffff:PORT/',
  // IPv6
  'http://[::1]:PORT/', 'http://[0:0:0:0:0:0:0:1]:PORT/', 'http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/', 'http://[::0001]:PORT/', 'http://[0::1]:PORT/',
  'http://[::]:PORT/', 'http://[::0]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://[::ffff:7f00:1]:PORT/', 'http://[::FFFF:7F00:0001]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:1]:PORT/', 'http://[::ffff:0.0.0.0]:PORT/', 'http://[::ffff:10.0.0.1]:PORT/', 'http://[::ffff:169.254.169.254]:PORT/', 'http://[::ffff:a9fe:a9fe]:PORT/',
  'http://[::ffff:8.8.8.8]:PORT/', 'http://[::ffff:0:127.0.0.1]:PORT/', 'http://[::127.0.0.1]:PORT/', 'http://[::7f00:1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/', 'http://[64:ff9b::7f00:1]:PORT/', 'http://[64:ff9b::a9fe:a9fe]:PORT/', 'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/', 'http://[2002:7f00:0001::1]:PORT/', 'http://[2002:c0a8:1::1]:PORT/', 'http://[2002:a9fe:a9fe::]:PORT/', 'http://[2001::7f00:1]:PORT/',
  'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]:PORT/', 'http://[2001:10::1]:PORT/', 'http://[2001:20::1]:PORT/', 'http://[2001:db8::1]:PORT/', 'http://[3fff::1]:PORT/',
  'http://[fc00::1]:PORT/', 'http://[fd00::1]:PORT/', 'http://[fd00:ec2::254]:PORT/latest/meta-data/', 'http://[fe80::1]:PORT/', 'http://[fe80::1%25lo]:PORT/', 'http://[fe80::1%lo]:PORT/',
  'http://[febf::1]:PORT/', 'http://[fec0::1]:PORT/', 'http://[ff02::1]:PORT/', 'http://[ff01::1]:PORT/', 'http://[100::1]:PORT/', 'http://[5f00::1]:PORT/', 'http://[4000::1]:PORT/',
  // names of this machine, as the system itself answers them
  'http://localhost:PORT/', 'http://localhost.:PORT/', 'http://LOCALHOST:PORT/', 'http://LocalHost.:PORT/', 'http://ｌｏｃａｌｈｏｓｔ:PORT/', 'http://ⓛocalhost:PORT/', 'http://loca\u00adlhost:PORT/',
  // credentials, other schemes, nothing readable
  'http://user@127.0.0.1:PORT/', 'http://user:secret@127.0.0.1:PORT/', 'http://example.org@127.0.0.1:PORT/', 'http://example.org%00@127.0.0.1:PORT/', 'http://example.org:80@127.0.0.1:PORT/',
  'http://:@127.0.0.1:PORT/', 'ftp://127.0.0.1:PORT/', 'file:///etc/passwd', 'file://127.0.0.1:PORT/etc/passwd', 'gopher://127.0.0.1:PORT/_GET', 'ws://127.0.0.1:PORT/', 'data:text/plain,a', 'javascript:1',
  'unix:/var/run/docker.sock', 'dict://127.0.0.1:PORT/', 'http+unix://%2Fvar%2Frun%2Fdocker.sock/', 'blob:http://127.0.0.1:PORT/a', '//127.0.0.1:PORT/', '127.0.0.1:PORT', 'http://', 'http:///127.0.0.1:PORT/',
  'http://127.0.0.1:PORT:80/', 'http://[::1:PORT/', 'http://127.0.0.256:PORT/', 'http://1.2.3.4.5:PORT/', 'http://0x100000000:PORT/', '',
]
