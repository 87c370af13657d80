-- What pages read of where learners went from a section: after their first visit there, to the next other section of the course
-- they visited. Grain: course_id, section_id, place, next_id. place: section; elsewhere, those that have fewer than 5 learners each,
-- together; nowhere, no other section after it. Their sum is who opened the section: none where section_report does not say that. Would
-- fewer than 5 be elsewhere, the smallest other place goes with them.
CREATE OR REPLACE VIEW section_next_report AS
SELECT course_id, section_id, if(is_told, if(next_id = '', 'nowhere', 'section'), 'elsewhere') AS place, if(is_told, s.next_id, '') AS next_id,
    sum(s.learners) AS learners, learners / any(s.opened) AS share
FROM
(
    SELECT course_id, section_id, next_id, n.learners AS learners,
        sum(n.learners) OVER (PARTITION BY course_id, section_id) AS opened,
        sumIf(n.learners, n.learners < 5) OVER (PARTITION BY course_id, section_id) AS few,
        row_number() OVER (PARTITION BY course_id, section_id ORDER BY n.learners < 5, n.learners, next_id) AS from_smallest,
        n.learners >= 5 AND NOT (few BETWEEN 1 AND 4 AND from_smallest = 1) AS is_told
    FROM
    (
        SELECT course_id, step.1 AS section_id, step.2 AS next_id, count() AS learners
        FROM
        (
            SELECT course_id, learner_id,
                arrayCompact(arraySort(groupArray((started_at, first_statement, section_id))).3) AS path,
                arrayDistinct(path) AS sections,
                arrayMap(section -> path[indexOf(path, section) + 1], sections) AS followers
            FROM visits FINAL
            GROUP BY course_id, learner_id
        )
        ARRAY JOIN arrayZip(sections, followers) AS step
        GROUP BY course_id, section_id, next_id
    ) AS n
) AS s
WHERE (course_id, section_id) IN (SELECT course_id, section_id FROM section_report WHERE opened >= 5)
GROUP BY course_id, section_id, place, next_id
ORDER BY course_id, section_id, learners DESC, next_id;
