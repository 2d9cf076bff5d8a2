-- services that few clients use
--
-- Each flow is counted once.
--
-- set clients number 2 the most clients that is still rare

SELECT service_port, protocol, uniqExact(client) AS clients, uniqExact(server) AS servers, count() AS flows, sum(bytes) AS bytes, max(start) AS last_seen
FROM flows
WHERE counted AND action = 'ACCEPT' AND service_port IS NOT NULL AND protocol IN (6, 17)
GROUP BY service_port, protocol
HAVING clients <= {clients:UInt64}
ORDER BY flows, service_port, protocol
