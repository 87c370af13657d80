-- How many enrolments make the statements wanted: so many that their sum comes closest; by their mean, where those looked at make fewer.
-- Goes on from visits.sql, whose lists it adds up without making them.
SELECT toUInt64(if(max(total) < {statements:Int64}, round({statements:Int64} * count() / max(total)), argMin(enrolment + 1, abs(total - {statements:Int64}))))
FROM
(
    SELECT enrolment, toInt64(sum(sum(1 + announces + said + arrayCount(deed -> deed > 0, then_deeds))) OVER (ORDER BY enrolment)) AS total
    FROM told GROUP BY enrolment
)
SETTINGS optimize_and_compare_chain = 0
