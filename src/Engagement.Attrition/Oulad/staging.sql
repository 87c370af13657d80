-- OULAD as its files have it, until it is in the tables of the product.
CREATE OR REPLACE TABLE oulad_events
(
    code_module       LowCardinality(String),
    code_presentation LowCardinality(String),
    id_student        UInt32,
    day               Int32                          COMMENT '0: the day the course began',
    id_site           UInt32,
    activity_type     LowCardinality(String),
    clicks            UInt32
)
ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE TABLE oulad_courses (code_module String, code_presentation String, length_days Int32) ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE TABLE oulad_registrations
(code_module String, code_presentation String, id_student UInt32, day_registered Nullable(Int32)) ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE TABLE oulad_labels
(code_module String, code_presentation String, id_student UInt32, final_result String, day_unregistered Nullable(Int32)) ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE TABLE oulad_assessments
(code_module String, code_presentation String, id_assessment UInt32, assessment_type String, due_day Nullable(Int32), weight Float64)
ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE TABLE oulad_submissions
(
    code_module       String,
    code_presentation String,
    id_student        UInt32,
    day               Int32,
    id_assessment     UInt32,
    assessment_type   String,
    due_day           Nullable(Int32),
    weight            Float64,
    is_banked         Bool                           COMMENT 'a mark of an earlier presentation counts',
    score             Nullable(Float64)              COMMENT 'of 100'
)
ENGINE = MergeTree ORDER BY ();

CREATE OR REPLACE VIEW oulad_course_days AS
SELECT code_module, code_presentation, concat('urn:oulad:', code_module, ':', code_presentation) AS course_id,
    -- B presentations begin in February, J in October: the day is not told.
    toDate32(concat(substring(code_presentation, 1, 4), if(endsWith(code_presentation, 'B'), '-02-01', '-10-01'))) AS first_day,
    length_days
FROM oulad_courses
