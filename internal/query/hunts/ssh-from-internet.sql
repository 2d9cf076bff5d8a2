-- logins that the internet reached: SSH and Remote Desktop
--
-- Accepted connections from public addresses. More than a few packets both ways
-- mean that somebody got as far as a login prompt.

SELECT dst_network AS network, dstaddr, any(dst_app) AS app, dstport, srcaddr, any(src_country) AS country,
  count() AS flows, sum(packets) AS packets, min(start) AS first_seen, max(start) AS last_seen
FROM flows
WHERE counted AND direction = 'inbound' AND src_scope = 'public' AND action = 'ACCEPT' AND protocol = 6 AND dstport IN (22, 3389)
GROUP BY network, dstaddr, dstport, srcaddr
ORDER BY packets DESC, dstaddr, srcaddr
