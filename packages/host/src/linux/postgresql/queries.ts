/** Each connection parses a statement with a name once. */
export interface Query {
  readonly name: string
  readonly text: string
}

// to_jsonb reads columns that PostgreSQL 15 does not have. Since 16 who creates a role is a member of it with
// ADMIN OPTION alone; that gives nothing of its rights and does not count.
const isMembership = `(coalesce((to_jsonb(m)->>'inherit_option')::boolean, true)
  OR coalesce((to_jsonb(m)->>'set_option')::boolean, true))`

export const selectRole: Query = {
  name: 'role',
  text: `
  SELECT rolname AS name, rolcanlogin AS login, rolsuper AS superuser, rolcreaterole AS "createRole",
    rolcreatedb AS "createDatabase", rolconnlimit AS "connectionLimit",
    shobj_description(oid, 'pg_authid') AS comment,
    ARRAY(
      SELECT DISTINCT pg_get_userbyid(roleid)::text COLLATE "C" FROM pg_auth_members m
      WHERE m.member = r.oid AND ${isMembership}
      ORDER BY 1
    ) AS "memberOf"
  FROM pg_roles r WHERE rolname = $1`,
}

export const selectDatabase: Query = {
  name: 'database',
  text: `
  SELECT datname AS name, pg_get_userbyid(datdba) AS owner, datallowconn AS "allowsConnections",
    datistemplate AS "isTemplate",
    shobj_description(datdba, 'pg_authid') AS "ownerComment",
    EXISTS (
      SELECT FROM pg_auth_members m
      WHERE m.roleid = datdba AND m.member = to_regrole(quote_ident(current_user)) AND ${isMembership}
    ) AS "isBorrowed",
    EXISTS (
      SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
      WHERE grantee = 0 AND privilege_type = 'CONNECT'
    ) AS "publicConnect"
  FROM pg_database WHERE datname = $1`,
}

export const selectBytes: Query = {
  name: 'bytes',
  text: `
  SELECT CASE WHEN has_database_privilege(oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE')
    THEN pg_database_size(oid) END AS bytes
  FROM pg_database WHERE datname = $1`,
}

export const selectRules: Query = {
  name: 'rules',
  text: `
  SELECT type, database AS databases, user_name AS users, auth_method AS method,
    coalesce(options, '{}') AS options, error
  FROM pg_hba_file_rules r
  ORDER BY (to_jsonb(r)->>'rule_number')::int, line_number`,
}

export const showVersion: Query = { name: 'version', text: 'SHOW server_version' }
