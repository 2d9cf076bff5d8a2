-- refused records from addresses that begin with a text
--
-- Who from a network you watch was turned away, and where, newest first.
--
-- set prefix text 203. how the source address begins

SELECT srcAddr, dstAddr, dstPort, action, bytes, start, end
FROM vpc_flow_logs
WHERE action = 'REJECT' AND startsWith(srcAddr, {prefix:String})
ORDER BY start DESC, srcAddr, dstAddr, dstPort
