-- requests that got through whose replies were refused
--
-- A network ACL or a security group lets the request in and not its answer out:
-- the client sees a timeout. Replies that were let through as well are counted
-- beside, for clients whose last packets came late.

SELECT
  if(initiator = 'src', coalesce(src_network, dst_network), coalesce(dst_network, src_network)) AS network, client, server, service_port, protocol,
  countIf(srcaddr = client AND action = 'ACCEPT') AS requests_accepted,
  countIf(srcaddr = server AND action = 'REJECT') AS replies_rejected,
  countIf(srcaddr = server AND action = 'ACCEPT') AS replies_accepted,
  min(start) AS first_seen, max(start) AS last_seen
FROM flows
WHERE client IS NOT NULL AND server IS NOT NULL AND client != server
GROUP BY network, client, server, service_port, protocol
HAVING requests_accepted > 0 AND replies_rejected > 0
ORDER BY replies_rejected DESC, client, server, service_port
