-- who sends the most out of your networks
--
-- Each flow is counted once.
--
-- set top number 25 how many are listed

SELECT src_network AS network, srcaddr, any(src_app) AS app, sum(bytes) AS bytes, count() AS flows, uniqExact(dstaddr) AS destinations
FROM flows
WHERE counted AND direction = 'outbound' AND action = 'ACCEPT'
GROUP BY network, srcaddr
ORDER BY bytes DESC, srcaddr
LIMIT {top:UInt64}
