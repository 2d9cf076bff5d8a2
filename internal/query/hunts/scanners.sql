-- sources that were refused at many targets
--
-- A target is an address and a port. Each flow is counted once.
--
-- set targets number 10 the least that is listed

SELECT src_network AS network, srcaddr, any(src_app) AS app, any(src_country) AS country, uniqExact(dstaddr, dstport) AS targets,
  uniqExact(dstaddr) AS addresses, uniqExact(dstport) AS ports, count() AS flows, min(start) AS first_seen, max(start) AS last_seen
FROM flows
WHERE counted AND action = 'REJECT' AND srcaddr IS NOT NULL
GROUP BY network, srcaddr
HAVING targets >= {targets:UInt64}
ORDER BY targets DESC, srcaddr
