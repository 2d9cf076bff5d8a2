-- who talks to whom for the first time
--
-- Client, server and port whose first accepted record is not older than the
-- given time. Where nothing older is stored, everything is new.
--
-- set since time now-24h from when on a contact is new

SELECT
  if(initiator = 'src', coalesce(src_network, dst_network), coalesce(dst_network, src_network)) AS network, client, server, service_port, protocol,
  min(start) AS first_seen, count() AS records, sum(bytes) AS bytes
FROM flows
WHERE action = 'ACCEPT' AND client IS NOT NULL AND server IS NOT NULL
GROUP BY network, client, server, service_port, protocol
HAVING first_seen >= {since:DateTime('UTC')}
ORDER BY first_seen, client, server, service_port
