-- accepted requests that nobody answered
--
-- Something is called that is not there, or its answer takes another way. The
-- answers can only be seen where one of both ends is logged.
--
-- set records number 3 the least that is listed

SELECT
  if(initiator = 'src', coalesce(src_network, dst_network), coalesce(dst_network, src_network)) AS network, client, server, service_port, protocol,
  countIf(srcaddr = client AND action = 'ACCEPT') AS requests, sumIf(packets, srcaddr = client) AS packets,
  min(start) AS first_seen, max(start) AS last_seen
FROM flows
WHERE client IS NOT NULL AND server IS NOT NULL AND client != server AND protocol IN (6, 17)
GROUP BY network, client, server, service_port, protocol
HAVING requests >= {records:UInt64} AND countIf(srcaddr = server) = 0
ORDER BY requests DESC, client, server, service_port
