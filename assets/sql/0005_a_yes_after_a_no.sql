-- After a withdrawal, or where the parent never agreed, only a yes of that day or since is written into the same case.
-- Of several the latest day counts: a second one that is dated back opens no door to a yes from before the first.
-- The file keeps the latest day a vague one can mean, so that it refuses less than the desk, which goes by the earliest.
CREATE TRIGGER consents_after_a_withdrawal BEFORE INSERT ON consents
WHEN NEW.act IN ('given', 'checked')
BEGIN
  SELECT RAISE(ABORT, 'after a withdrawal a consent is of that day or since')
  FROM (SELECT act FROM consents WHERE case_id = NEW.case_id ORDER BY seq DESC LIMIT 1) AS latest
  WHERE latest.act IN ('withdrawn', 'denied') AND NEW.given_to <
    (SELECT max(given_to) FROM consents WHERE case_id = NEW.case_id AND act IN ('withdrawn', 'denied'));
END;

-- Words of Today that an earlier version wrote are made again by this one, in quiet moments.
INSERT INTO settings (key, value) SELECT 'rows made to', '0' WHERE EXISTS (SELECT 1 FROM cases)
ON CONFLICT (key) DO UPDATE SET value = '0', rev = rev + 1;
