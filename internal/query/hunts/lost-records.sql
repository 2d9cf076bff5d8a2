-- interfaces and hours in which records were lost
--
-- SKIPDATA says that flows were seen and not written down: what is missing there
-- says nothing.

SELECT toStartOfHour(start) AS hour, account_id, vpc_id, interface_id, count() AS skipped
FROM flows
WHERE log_status = 'SKIPDATA'
GROUP BY hour, account_id, vpc_id, interface_id
ORDER BY hour DESC, skipped DESC, interface_id
