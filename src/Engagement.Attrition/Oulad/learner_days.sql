-- Clicks count as statements, sites as sections. There are no times of the day, so no seconds.
INSERT INTO learner_days (course_id, learner_id, day, kind, statements, responses, sections, seconds_low, row_version, is_deleted)
SELECT course_id, reinterpretAsUUID(sipHash128('oulad', id_student)) AS learner_id, c.first_day + e.day AS on_day,
    multiIf(
        activity_type IN ('oucontent', 'page', 'subpage', 'sharedsubpage', 'dualpane'), 'content',
        activity_type IN ('resource', 'url', 'folder', 'glossary', 'dataplus'), 'resource',
        activity_type IN ('forumng', 'oucollaborate', 'ouelluminate'), 'discussion',
        activity_type IN ('quiz', 'externalquiz'), 'assessment',
        activity_type IN ('ouwiki', 'repeatactivity'), 'try-it',
        activity_type = 'questionnaire', 'think-about',
        'other') AS kind,
    sum(clicks), 0, uniqExact(id_site), 0, {version:UInt64}, 0
FROM oulad_events AS e
INNER JOIN oulad_course_days AS c USING (code_module, code_presentation)
GROUP BY course_id, learner_id, on_day, kind
SETTINGS optimize_on_insert = 0
