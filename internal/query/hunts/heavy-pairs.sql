-- pairs of addresses that exchanged more than so many bytes
--
-- A flow that is logged at both ends is two records and counts twice here;
-- weir query --by srcaddr,dstaddr --agg 'sum(bytes)' counts it once.
--
-- set bytes bytes 100MB the least that is listed

SELECT srcAddr, dstAddr, SUM(bytes) AS total_bytes
FROM vpc_flow_logs
WHERE action = 'ACCEPT'
GROUP BY srcAddr, dstAddr
HAVING total_bytes > {bytes:UInt64}
ORDER BY total_bytes DESC, srcAddr, dstAddr
