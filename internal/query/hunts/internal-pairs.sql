-- records between two addresses that begin with the same text
--
-- Traffic inside of one network, newest first.
--
-- set prefix text 10.0. how both addresses begin

SELECT srcAddr, dstAddr, protocol, bytes, start, end
FROM vpc_flow_logs
WHERE startsWith(srcAddr, {prefix:String}) AND startsWith(dstAddr, {prefix:String})
ORDER BY start DESC, srcAddr, dstAddr, protocol, bytes
