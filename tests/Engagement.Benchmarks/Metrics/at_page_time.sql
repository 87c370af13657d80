-- What one would ask at page time where nothing is computed beforehand: the time learners spend on each section, and how
-- many skip it, from all statements. Grain: course_id, section_id. Parameter course: empty for all courses.
-- A gap to the learner's next statement counts for the section before it, up to 300 s; a section is skipped by whoever is in
-- the course without a statement in it. A statement belongs to the section whose activity it is about, or is a part of.
-- Simpler than what is computed, in this query's favour: one cut-off for all, nothing voided, no declared time, no visit whose
-- end is unknown, nobody who only rushed through, no one who has just not come that far, no facilitators kept apart.
WITH
    sections AS
    (
        SELECT course_id, section_id, position, title, arrayJoin(activities) AS activity
        FROM course_outlines_in_force
        WHERE {course:String} = '' OR course_id = {course:String}
    ),
    placed AS
    (
        SELECT s.course_id AS course_id, s.learner_id AS learner_id, s.occurred_at AS occurred_at,
            if(own.section_id != '', own.section_id, whole.section_id) AS section_id
        FROM
        (
            SELECT course_id, learner_id, occurred_at, activity_id, parents[1] AS parent
            FROM statements FINAL
            WHERE {course:String} = '' OR course_id = {course:String}
        ) AS s
        LEFT JOIN sections AS own ON own.course_id = s.course_id AND own.activity = s.activity_id
        LEFT JOIN sections AS whole ON whole.course_id = s.course_id AND whole.activity = s.parent
    ),
    timed AS
    (
        SELECT course_id, learner_id, section_id,
            lead(occurred_at, 1, occurred_at) OVER (PARTITION BY learner_id ORDER BY occurred_at) AS next_at,
            least(dateDiff('millisecond', occurred_at, next_at), 300000) / 1000 AS seconds
        FROM placed
    ),
    spent AS
    (
        SELECT course_id, section_id, learner_id, sum(seconds) AS seconds
        FROM timed
        GROUP BY course_id, section_id, learner_id
    ),
    enrolled AS
    (
        SELECT course_id, uniqExact(learner_id) AS learners FROM spent GROUP BY course_id
    )
SELECT
    spent.course_id AS course_id, spent.section_id AS section_id,
    count() AS opened, any(enrolled.learners) AS learners, 1 - opened / learners AS skip_rate,
    quantilesExactInclusive(0.25, 0.5, 0.75)(spent.seconds) AS quartiles
FROM spent
INNER JOIN enrolled ON enrolled.course_id = spent.course_id
WHERE spent.section_id != ''
GROUP BY course_id, section_id
ORDER BY course_id, section_id
