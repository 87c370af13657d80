-- How many enrolments make the statements wanted: so many that the sum comes closest; where those looked at make fewer, by their mean.
-- Goes with visits.sql before it.
SELECT toUInt64(if(max(total) < {statements:UInt64}, round({statements:UInt64} * count() / max(total)), argMin(enrolment + 1, abs(total - toInt64({statements:UInt64})))))
FROM (SELECT enrolment, toInt64(sum(sum(1 + announces + said + arrayCount(deed -> deed > 0, then_deeds))) OVER (ORDER BY enrolment)) AS total FROM told GROUP BY enrolment)
SETTINGS optimize_and_compare_chain = 0
