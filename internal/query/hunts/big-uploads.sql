-- much data from one of your addresses to one public address
--
-- Each flow is counted once.
--
-- set bytes bytes 1GB the least that is listed

SELECT src_network AS network, srcaddr, any(src_app) AS app, dstaddr, any(dst_country) AS country, any(dst_as_org) AS as_org,
  sum(bytes) AS bytes, count() AS flows, min(start) AS first_seen, max(end) AS last_seen
FROM flows
WHERE counted AND direction = 'outbound' AND dst_scope IN ('public', 'service') AND action = 'ACCEPT'
GROUP BY network, srcaddr, dstaddr
HAVING bytes >= {bytes:UInt64}
ORDER BY bytes DESC, srcaddr, dstaddr
