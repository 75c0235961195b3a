package org.muniflow.benchmarks.population;

/** Which cases are copied, and the titles of all. */
final class BaseCases {

    /**
     * Titles with a name that few share, made of parts that many share, and a household's number that is the case's own: the
     * last digit of the year and the number within it.
     */
    static final String TITLES = """
            create or replace function benchmark_title(process text, case_number text) returns text
                language sql immutable parallel safe as $$
            select initcap(process) || ' of '
                || (array['Ana', 'Ben', 'Carla', 'David', 'Elena', 'Frank', 'Grace', 'Hugo', 'Irene', 'James', 'Kim', 'Luis',
                    'Maria', 'Noah', 'Olga', 'Paul', 'Quinn', 'Rosa', 'Sam', 'Tara'])
                    [1 + (hashtext(case_number || 'a') & 65535) % 20] || ' '
                || (array['Ka', 'Lo', 'Mi', 'Ran', 'Tes', 'Vor', 'Ben', 'Dal', 'Fer', 'Gon', 'Har', 'Jen', 'Kel', 'Mar', 'Nor',
                    'Pet', 'Ros', 'Sil', 'Tom', 'Wal', 'Zim', 'Bra', 'Cor', 'Den', 'Eli', 'Fos', 'Gar', 'Hol', 'Ing', 'Jac'])
                    [1 + (hashtext(case_number || 'b') & 65535) % 30]
                || (array['a', 'e', 'i', 'o', 'u', 'er', 'an', 'el', 'is', 'or', 'ed', 'in', 'on', 'us', 'al', 'ur', 'em', 'ol',
                    'at', 'ic'])[1 + (hashtext(case_number || 'c') & 65535) % 20]
                || (array['man', 'son', 'ton', 'ley', 'rez', 'dez', 'berg', 'field', 'wood', 'ford', 'gan', 'lin', 'ker', 'ski',
                    'vich', 'stein', 'mann', 'rado', 'quez', 'worth'])[1 + (hashtext(case_number || 'd') & 65535) % 20]
                || ', household ' || right(split_part(case_number, '-', 2), 1) || split_part(case_number, '-', 3)
                || ' in ward ' || (hashtext(case_number) & 65535) % 7
            $$""";

    /** Copies of open cases spread over a month, those of ended ones over a year. */
    static final String CASES = """
            create table benchmark_case as
            select case_number, process_instance_id, state, split_part(case_number, '-', 1) as prefix,
                split_part(case_number, '-', 2)::integer as this_year, split_part(case_number, '-', 3)::integer as place,
                interval '8 hours' as back
            from muniflow.case_file""";

    static final String LINES = """
            create table benchmark_line as
            select j.id, row_number() over (partition by b.state order by j.id) as line, b.*
            from muniflow.journal j join benchmark_case b on b.case_number = j.case_number""";

    private BaseCases() {}
}
