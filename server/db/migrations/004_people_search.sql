-- Finds a person by full name without storing it: HMAC under the tenant's key, as phone_index does for numbers.
-- Names are not unique.
ALTER TABLE person ADD COLUMN name_index bytea;
CREATE INDEX person_by_name ON person (tenant_id, name_index);
