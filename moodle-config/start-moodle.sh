#!/bin/bash
# Inside the Moodle container of docker-compose.yml: installs Moodle the first time, registers the tool, makes the demo
# course, then serves on port 8000. The accounts that are made stand in the log, once.
set -euo pipefail
cd /var/www/html
as_server() { runuser -u www-data -- php -d max_input_vars=5000 "$@"; }

chown -R www-data:www-data /var/www/html /var/www/moodledata
if [ ! -f config.php ]; then
    as_server admin/cli/install.php --non-interactive --agree-license --lang=fr --wwwroot=http://127.0.0.1:8000 \
        --dataroot=/var/www/moodledata --dbtype=mariadb --dbhost=moodle-db --dbname=moodle --dbuser=moodle \
        --dbpass="$DB_PASSWORD" --fullname='Moodle et Pix' --shortname=pix --adminpass="$MOODLE_ADMIN_PASSWORD" \
        --adminemail=admin@example.invalid
fi
# The tool is on this very machine, which Moodle would refuse to call.
as_server admin/cli/cfg.php --name=curlsecurityblockedhosts --set=
as_server admin/cli/cfg.php --name=curlsecurityallowedport --set=
as_server /moodle-config/register-tool.php --moodle=/var/www/html --tool="$TOOL_URL" > /platforms/moodle.yaml.new
# Moodle's addresses are private here.
sed 's/^        key-set-url:.*/&\n        allow-private-addresses: true/' /platforms/moodle.yaml.new > /platforms/moodle.yaml
rm /platforms/moodle.yaml.new
as_server /moodle-config/create-demo-course.php --moodle=/var/www/html --tool="$TOOL_URL"

sed -i 's/^Listen 80$/Listen 8000/' /etc/apache2/ports.conf
sed -i 's/<VirtualHost \*:80>/<VirtualHost *:8000>/' /etc/apache2/sites-available/000-default.conf
exec docker-php-entrypoint apache2-foreground
