-- pairs with more than so many refused records
--
-- set attempts number 10 how many are still ordinary

SELECT srcAddr, dstAddr, COUNT(*) AS failed_attempts
FROM vpc_flow_logs
WHERE action = 'REJECT'
GROUP BY srcAddr, dstAddr
HAVING failed_attempts > {attempts:UInt64}
ORDER BY failed_attempts DESC, srcAddr, dstAddr
