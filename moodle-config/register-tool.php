<?php
// Makes the Pix LTI tool ready for teachers on a Moodle site: finds the tool type that a registration left pending, or
// creates one; activates it, shows it in the activity chooser, allows grades, roster and content selection. May be run
// any number of times: it changes only what differs and says what it did.
//
//   sudo -u www-data php register-tool.php --moodle=/var/www/moodle --tool=https://pix.example
//
// Options: --name=Pix  --format=yaml|json  --id=N (which tool, when several are at that address)  --check (changes nothing)

define('CLI_SCRIPT', true);

/** Ends with a message for the administrator. */
function stop(string $message): void {
    fwrite(STDERR, "register-tool: $message\n");
    exit(1);
}

$options = getopt('', ['moodle:', 'tool:', 'name:', 'format:', 'id:', 'check', 'help']);
if (isset($options['help']) || !isset($options['tool'])) {
    fwrite(isset($options['help']) ? STDOUT : STDERR,
        "usage: php register-tool.php --tool=https://pix.example [--moodle=/var/www/moodle] [--name=Pix]"
        . " [--format=yaml|json] [--id=N] [--check]\n");
    exit(isset($options['help']) ? 0 : 1);
}
$root = rtrim($options['moodle'] ?? getcwd(), '/');
if (!is_readable("$root/config.php")) {
    stop("$root/config.php cannot be read: give Moodle's folder by --moodle, and run as the web server's user");
}
require("$root/config.php");
require_once($CFG->dirroot . '/mod/lti/locallib.php');
\core\session\manager::set_user(get_admin());

$tool = rtrim($options['tool'], '/');
if (!preg_match('~^https?://[^/?#\s]+(/[^?#\s]*)?$~', $tool)) {
    stop("--tool must be the tool's public address, for example https://pix.example");
}
$launch = "$tool/lti/launch";
$format = $options['format'] ?? 'yaml';
if (!in_array($format, ['yaml', 'json'], true)) {
    stop('--format is yaml or json');
}

/** The site's tool types of LTI 1.3 at the tool's address, oldest first. */
function types_at(string $tool): array {
    global $DB;
    $types = $DB->get_records_select('lti_types', 'course = ? AND ltiversion = ?', [SITEID, LTI_VERSION_1P3], 'id');
    return array_filter($types, fn($type) => $type->baseurl === $tool || str_starts_with($type->baseurl, "$tool/"));
}

$found = types_at($tool);
if (isset($options['id'])) {
    $found = array_filter($found, fn($type) => (int) $type->id === (int) $options['id']);
    if (!$found) {
        stop("no tool at $tool has the id {$options['id']}");
    }
}
if (count($found) > 1) {
    $list = implode('', array_map(fn($type) => "\n  --id=$type->id  $type->name ($type->baseurl)", $found));
    stop("several tools are at $tool, say which one:$list");
}
$type = $found ? reset($found) : null;
$check = isset($options['check']);

$wanted = [
    'lti_toolurl' => $launch,
    'lti_ltiversion' => LTI_VERSION_1P3,
    'lti_keytype' => LTI_JWK_KEYSET,
    'lti_publickeyset' => "$tool/.well-known/jwks.json",
    'lti_initiatelogin' => "$tool/lti/login",
    'lti_redirectionuris' => $launch,
    'lti_coursevisible' => LTI_COURSEVISIBLE_ACTIVITYCHOOSER,
    'lti_contentitem' => 1,
    'lti_toolurl_ContentItemSelectionRequest' => $launch,
    'lti_acceptgrades' => LTI_SETTING_ALWAYS,
    'ltiservice_gradesynchronization' => 2,
    'ltiservice_memberships' => 1,
];
// What an administrator may have chosen otherwise stays; these are for a new tool only.
$first = [
    'lti_typename' => $options['name'] ?? 'Pix',
    'lti_description' => 'Tests de compétences numériques, notés dans le carnet de notes.',
    'lti_launchcontainer' => LTI_LAUNCH_CONTAINER_EMBED_NO_BLOCKS,
    'lti_sendname' => LTI_SETTING_ALWAYS,
    'lti_sendemailaddr' => LTI_SETTING_NEVER,
    'lti_organizationid_default' => LTI_DEFAULT_ORGID_SITEHOST,
    'lti_organizationid' => '',
    'lti_organizationurl' => '',
    'lti_forcessl' => str_starts_with($tool, 'https:') ? 1 : 0,
    'ltiservice_toolsettings' => 0,
];
$variables = [
    'link_history' => '$ResourceLink.id.history',
    'context_history' => '$Context.id.history',
    'group_ids' => '$Moodle.Person.userGroupIds',
];

/** The custom parameters with ours added, the administrator's kept. */
function with_variables(string $custom, array $variables): string {
    $lines = array_values(array_filter(array_map('trim', preg_split('/[\r\n]+/', $custom)), 'strlen'));
    foreach ($variables as $name => $value) {
        $lines = array_values(array_filter($lines, fn($line) => !preg_match('/^' . $name . '\s*=/', $line)));
        $lines[] = "$name=$value";
    }
    return implode("\n", $lines);
}

$done = [];
if ($type) {
    $config = (array) lti_get_type_type_config($type->id);
    $wanted['lti_customparameters'] = with_variables($config['lti_customparameters'] ?? '', $variables);
    $differs = array_keys(array_filter($wanted,
        fn($value, $key) => (string) ($config[$key] ?? '') !== (string) $value, ARRAY_FILTER_USE_BOTH));
    $pending = (int) $type->state !== LTI_TOOL_STATE_CONFIGURED;
    if ($pending) {
        $done[] = 'activated';
    }
    if ($differs) {
        $done[] = 'changed: ' . implode(', ', $differs);
    }
    if ($done && !$check) {
        $record = (object) ['id' => $type->id, 'clientid' => $type->clientid, 'state' => LTI_TOOL_STATE_CONFIGURED];
        lti_update_type($record, (object) array_merge($config, $wanted));
    }
} else {
    $done[] = 'created';
    if (!$check) {
        $wanted['lti_customparameters'] = with_variables('', $variables);
        $id = lti_add_type((object) ['state' => LTI_TOOL_STATE_CONFIGURED], (object) ($first + $wanted));
        $type = $DB->get_record('lti_types', ['id' => $id], '*', MUST_EXIST);
    }
}
fwrite(STDERR, 'register-tool: ' . ($check ? 'would be ' : '') . ($done ? implode('; ', $done) : 'nothing to change')
    . "\n");
if ($type && $type->id) {
    $type = $DB->get_record('lti_types', ['id' => $type->id], '*', MUST_EXIST);
}
if (!$type) {
    exit(0);
}

$host = parse_url($tool, PHP_URL_HOST);
$blocked = preg_split('/[\r\n]+/', (string) get_config('core', 'curlsecurityblockedhosts'), -1, PREG_SPLIT_NO_EMPTY);
$port = parse_url($tool, PHP_URL_PORT) ?: (str_starts_with($tool, 'https:') ? 443 : 80);
$ports = preg_split('/[\r\n]+/', (string) get_config('core', 'curlsecurityallowedport'), -1, PREG_SPLIT_NO_EMPTY);
if ((new \core\files\curl_security_helper())->url_is_blocked("$tool/.well-known/jwks.json")) {
    fwrite(STDERR, "register-tool: Moodle may not read $tool/.well-known/jwks.json, so grades would not come back.\n"
        . "  Site administration > General > Security > HTTP security: "
        . (in_array((string) $port, $ports, true) || !$ports ? "remove $host from the blocked hosts"
            : "allow the port $port") . ($blocked ? ' (' . count($blocked) . ' entries are blocked)' : '') . ".\n");
}

$platform = [
    'name' => format_string($SITE->fullname),
    'issuer' => $CFG->wwwroot,
    'client-id' => $type->clientid,
    'deployment-ids' => [(string) $type->id],
    'authentication-request-url' => (new moodle_url('/mod/lti/auth.php'))->out(false),
    'access-token-url' => (new moodle_url('/mod/lti/token.php'))->out(false),
    'key-set-url' => (new moodle_url('/mod/lti/certs.php'))->out(false),
];
if ($format === 'json') {
    echo json_encode($platform, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
} else {
    echo "# for the tool's settings; not needed when the tool was registered by its address\n";
    echo "pixlti:\n  lti:\n    platforms:\n";
    foreach ($platform as $key => $value) {
        echo $key === 'name' ? '      - ' : '        ', $key, ': ',
            json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
    }
}
