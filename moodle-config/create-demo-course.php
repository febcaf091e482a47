<?php
// Makes a course to try Pix with: a teacher, pupils in two groups, and two Pix activities. May be run any number of
// times: what is there stays as it is, grades included.
//
//   sudo -u www-data php create-demo-course.php --moodle=/var/www/moodle --tool=https://pix.example
//
// Options: --pupils=30  --shortname=PIX-DEMO  --id=N (which tool, when several are at that address)
// New accounts get passwords drawn at random, printed once.

define('CLI_SCRIPT', true);

/** Ends with a message for the administrator. */
function stop(string $message): void {
    fwrite(STDERR, "create-demo-course: $message\n");
    exit(1);
}

$options = getopt('', ['moodle:', 'tool:', 'pupils:', 'shortname:', 'id:', 'help']);
if (isset($options['help']) || !isset($options['tool'])) {
    fwrite(isset($options['help']) ? STDOUT : STDERR, "usage: php create-demo-course.php --tool=https://pix.example"
        . " [--moodle=/var/www/moodle] [--pupils=30] [--shortname=PIX-DEMO] [--id=N]\n");
    exit(isset($options['help']) ? 0 : 1);
}
$root = rtrim($options['moodle'] ?? getcwd(), '/');
if (!is_readable("$root/config.php")) {
    stop("$root/config.php cannot be read: give Moodle's folder by --moodle, and run as the web server's user");
}
require("$root/config.php");
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/course/modlib.php');
require_once($CFG->dirroot . '/group/lib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->dirroot . '/mod/lti/locallib.php');
require_once($CFG->libdir . '/enrollib.php');
\core\session\manager::set_user(get_admin());

$pupils = (int) ($options['pupils'] ?? 30);
if ($pupils < 1 || $pupils > 200) {
    stop('--pupils is from 1 to 200');
}
$tool = rtrim($options['tool'], '/');
$types = array_filter(
    $DB->get_records('lti_types', ['course' => SITEID, 'state' => LTI_TOOL_STATE_CONFIGURED], 'id'),
    fn($type) => str_starts_with($type->baseurl, "$tool/")
        && (!isset($options['id']) || (int) $type->id === (int) $options['id']));
if (count($types) !== 1) {
    stop(count($types) . " active tools are at $tool: " . ($types ? 'say which one by --id' : 'run register-tool.php first'));
}
$type = reset($types);

$shortname = $options['shortname'] ?? 'PIX-DEMO';
$course = $DB->get_record('course', ['shortname' => $shortname]);
if (!$course) {
    $course = create_course((object) ['fullname' => 'Pix : cours de démonstration', 'shortname' => $shortname,
        'category' => \core_course_category::get_default()->id, 'format' => 'topics', 'numsections' => 1,
        'summary' => '', 'startdate' => usergetmidnight(time())]);
}
$manual = enrol_get_plugin('manual');
$instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual'], '*', IGNORE_MULTIPLE)
    ?: $DB->get_record('enrol', ['id' => $manual->add_default_instance($course)], '*', MUST_EXIST);

/** The account, made when it is new; prints its password then. */
function person(string $username, string $first, string $last): int {
    global $CFG, $DB;
    $known = $DB->get_record('user', ['username' => $username, 'deleted' => 0]);
    if ($known) {
        return (int) $known->id;
    }
    $password = generate_password(16);
    $id = user_create_user((object) ['username' => $username, 'password' => $password, 'firstname' => $first,
        'lastname' => $last, 'email' => "$username@example.invalid", 'auth' => 'manual', 'confirmed' => 1,
        'mnethostid' => $CFG->mnet_localhost_id, 'emailstop' => 1]);
    echo "$username\t$password\n";
    return (int) $id;
}

/** The group of the course, made when it is new. */
function group(stdClass $course, string $name): int {
    return (int) (groups_get_group_by_name($course->id, $name)
        ?: groups_create_group((object) ['courseid' => $course->id, 'name' => $name]));
}

$role = fn(string $shortname) => (int) $DB->get_field('role', 'id', ['shortname' => $shortname], MUST_EXIST);
$manual->enrol_user($instance, person('pix-prof', 'Camille', 'Démo'), $role('editingteacher'));
$firsts = ['Léa', 'Sami', 'Inès', 'Noah', 'Jade', 'Malo', 'Aïcha', 'Tom', 'Louise', 'Yanis', 'Zoé', 'Elias'];
$lasts = ['Arnaud', 'Benali', 'Costa', 'Diallo', 'Evrard', 'Faure', 'Garcia', 'Haddad', 'Imbert', 'Jacquet', 'Kaya'];
$groups = [group($course, 'Groupe A'), group($course, 'Groupe B')];
for ($i = 1; $i <= $pupils; $i++) {
    $id = person(sprintf('pix-eleve%02d', $i), $firsts[$i % count($firsts)], $lasts[$i % count($lasts)]);
    $manual->enrol_user($instance, $id, $role('student'));
    groups_add_member($groups[$i % 2], $id);
}

$activities = [
    'pix-demo-1.1' => ['Pix 1.1 : recherche et veille', "pixlti_target=competence:1.1"],
    'pix-demo-4.2' => ['Pix 4.2 : données personnelles', "pixlti_target=competence:4.2"],
];
foreach ($activities as $idnumber => [$name, $custom]) {
    if ($DB->record_exists('course_modules', ['course' => $course->id, 'idnumber' => $idnumber])) {
        continue;
    }
    create_module((object) ['modulename' => 'lti', 'course' => $course->id, 'section' => 1, 'visible' => 1,
        'cmidnumber' => $idnumber, 'name' => $name, 'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
        'typeid' => $type->id, 'toolurl' => '', 'securetoolurl' => '', 'instructorcustomparameters' => $custom,
        'launchcontainer' => LTI_LAUNCH_CONTAINER_DEFAULT, 'instructorchoicesendname' => 1,
        'instructorchoicesendemailaddr' => 0, 'instructorchoiceacceptgrades' => 1, 'grade' => 56,
        'grade[modgrade_type]' => 'point', 'grade[modgrade_point]' => 56, 'showtitlelaunch' => 0,
        'showdescriptionlaunch' => 0, 'icon' => '', 'secureicon' => '']);
}
echo (new moodle_url('/course/view.php', ['id' => $course->id]))->out(false), "\n";
