package iana

// service is one line of the table below.
type service struct {
	port   uint16
	name   string
	protos uint8 // bit 0 TCP, bit 1 UDP
	core   bool
}

const (
	onTCP  = 1
	onUDP  = 2
	onBoth = onTCP | onUDP
)

// services are the ports that matter in flow logs: what clouds, hosts and
// scanners really use. Assigned ports follow the IANA service name registry
// under the name people say (dns for domain, smb for microsoft-ds); the rest
// are the documented defaults of the product named. It is curated on purpose:
// the full registry names thousands of ports that clients pick at random, and
// each of those would turn a guess at the serving side into a wrong one.
//
// https://www.iana.org/assignments/service-names-port-numbers
var services = []service{
	// Reaching and running hosts.
	{20, "ftp-data", onTCP, false}, {21, "ftp", onTCP, true}, {22, "ssh", onTCP, true}, {23, "telnet", onTCP, true},
	{69, "tftp", onUDP, false}, {512, "rexec", onTCP, false}, {513, "rlogin", onTCP, false}, {514, "rsh", onTCP, false},
	{873, "rsync", onTCP, false}, {989, "ftps-data", onTCP, false}, {990, "ftps", onTCP, false}, {992, "telnets", onTCP, false},
	{2222, "ssh-alt", onTCP, false}, {2323, "telnet-alt", onTCP, false}, {3389, "rdp", onBoth, true}, {4899, "radmin", onTCP, false},
	{5800, "vnc-http", onTCP, false}, {5900, "vnc", onTCP, false}, {5901, "vnc-1", onTCP, false}, {5938, "teamviewer", onBoth, false},
	{5985, "winrm", onTCP, true}, {5986, "winrm-tls", onTCP, true}, {6000, "x11", onTCP, false}, {7070, "anydesk", onTCP, false},
	{177, "xdmcp", onUDP, false}, {623, "ipmi", onBoth, false}, {10000, "webmin", onTCP, false}, {22222, "ssh-alt", onTCP, false},

	// Names, addresses, time, identity.
	{37, "time", onBoth, false}, {43, "whois", onTCP, false}, {49, "tacacs", onBoth, false}, {53, "dns", onBoth, true},
	{67, "dhcp", onUDP, true}, {68, "dhcp-client", onUDP, false}, {79, "finger", onTCP, false}, {88, "kerberos", onBoth, true},
	{113, "ident", onTCP, false}, {123, "ntp", onUDP, true}, {319, "ptp-event", onUDP, false}, {320, "ptp-general", onUDP, false},
	{389, "ldap", onBoth, true}, {464, "kpasswd", onBoth, false}, {546, "dhcpv6-client", onUDP, false}, {547, "dhcpv6", onUDP, false},
	{636, "ldaps", onTCP, true}, {749, "kerberos-adm", onTCP, false}, {853, "dns-tls", onBoth, true}, {1645, "radius-old", onUDP, false},
	{1646, "radius-acct-old", onUDP, false}, {1812, "radius", onUDP, false}, {1813, "radius-acct", onUDP, false}, {2083, "radsec", onTCP, false},
	{3268, "ldap-gc", onTCP, false}, {3269, "ldaps-gc", onTCP, false}, {4460, "nts-ke", onTCP, false}, {5353, "mdns", onUDP, false},
	{5355, "llmnr", onBoth, false},

	// Web and proxies.
	{70, "gopher", onTCP, false}, {80, "http", onTCP, true}, {80, "http", onUDP, false}, {81, "http-alt", onTCP, false},
	{443, "https", onBoth, true}, {591, "http-alt", onTCP, false}, {1080, "socks", onTCP, false}, {3000, "http-dev", onTCP, false},
	{3128, "squid", onTCP, false}, {4443, "https-alt", onTCP, false}, {5000, "http-dev", onTCP, false}, {8000, "http-alt", onTCP, false},
	{8008, "http-alt", onTCP, false}, {8009, "ajp", onTCP, false}, {8080, "http-alt", onTCP, true}, {8081, "http-alt", onTCP, false},
	{8088, "http-alt", onTCP, false}, {8090, "http-alt", onTCP, false}, {8118, "privoxy", onTCP, false}, {8443, "https-alt", onTCP, true},
	{8888, "http-alt", onTCP, false}, {9000, "http-alt", onTCP, false}, {9080, "http-alt", onTCP, false}, {9443, "https-alt", onTCP, false},

	// Mail, chat, voice, news.
	{25, "smtp", onTCP, true}, {106, "poppassd", onTCP, false}, {110, "pop3", onTCP, false}, {119, "nntp", onTCP, false},
	{143, "imap", onTCP, false}, {194, "irc", onTCP, false}, {465, "smtps", onTCP, true}, {554, "rtsp", onBoth, false},
	{563, "nntps", onTCP, false}, {587, "submission", onTCP, true}, {783, "spamassassin", onTCP, false}, {993, "imaps", onTCP, true},
	{995, "pop3s", onTCP, false}, {1720, "h323", onTCP, false}, {1935, "rtmp", onTCP, false}, {2000, "sccp", onTCP, false},
	{2525, "smtp-alt", onTCP, false}, {3478, "stun", onBoth, false}, {4190, "sieve", onTCP, false}, {4569, "iax", onUDP, false},
	{5004, "rtp", onUDP, false}, {5060, "sip", onBoth, false}, {5061, "sips", onTCP, false}, {5222, "xmpp", onTCP, false},
	{5269, "xmpp-server", onTCP, false}, {5349, "turns", onTCP, false}, {6667, "irc", onTCP, false}, {6697, "ircs", onTCP, false},

	// Files and disks.
	{111, "rpcbind", onBoth, false}, {137, "netbios-ns", onUDP, false}, {138, "netbios-dgm", onUDP, false}, {139, "netbios", onTCP, false},
	{445, "smb", onTCP, true}, {515, "lpd", onTCP, false}, {548, "afp", onTCP, false}, {631, "ipp", onBoth, false},
	{860, "iscsi", onTCP, false}, {988, "lustre", onTCP, false}, {2049, "nfs", onBoth, true}, {3260, "iscsi", onTCP, false},
	{6789, "ceph-mon", onTCP, false}, {7789, "drbd", onTCP, false}, {9100, "jetdirect", onTCP, false}, {10809, "nbd", onTCP, false},
	{20048, "nfs-mountd", onBoth, false}, {24007, "gluster", onTCP, false},

	// Windows.
	{135, "msrpc", onTCP, true}, {593, "rpc-http", onTCP, false}, {1801, "msmq", onTCP, false}, {5357, "wsdapi", onTCP, false},
	{8530, "wsus", onTCP, false}, {8531, "wsus-tls", onTCP, false}, {9389, "adws", onTCP, false},

	// Databases.
	{1433, "mssql", onTCP, true}, {1434, "mssql-browser", onUDP, false}, {1521, "oracle", onTCP, true}, {1522, "oracle-alt", onTCP, false},
	{2484, "oracle-tls", onTCP, false}, {3050, "firebird", onTCP, false}, {3306, "mysql", onTCP, true}, {33060, "mysqlx", onTCP, false},
	{4333, "msql", onTCP, false}, {5432, "postgresql", onTCP, true}, {5433, "postgresql-alt", onTCP, false}, {5439, "redshift", onTCP, true},
	{5984, "couchdb", onTCP, false}, {6379, "redis", onTCP, true}, {6380, "redis-tls", onTCP, false}, {6432, "pgbouncer", onTCP, false},
	{6446, "mysql-router", onTCP, false}, {7000, "cassandra-peer", onTCP, false}, {7001, "cassandra-peer-tls", onTCP, false}, {7199, "cassandra-jmx", onTCP, false},
	{7474, "neo4j-http", onTCP, false}, {7687, "neo4j", onTCP, false}, {8086, "influxdb", onTCP, false}, {8091, "couchbase", onTCP, false},
	{8111, "dax", onTCP, false}, {8123, "clickhouse-http", onTCP, false}, {8182, "neptune", onTCP, false}, {8529, "arangodb", onTCP, false},
	{9042, "cassandra", onTCP, true}, {9160, "cassandra-thrift", onTCP, false}, {11207, "memcached-tls", onTCP, false}, {11211, "memcached", onBoth, true},
	{16379, "redis-bus", onTCP, false}, {26257, "cockroachdb", onTCP, false}, {26379, "redis-sentinel", onTCP, false}, {27017, "mongodb", onTCP, true},
	{27018, "mongodb-shard", onTCP, false}, {27019, "mongodb-config", onTCP, false}, {28015, "rethinkdb", onTCP, false}, {50000, "db2", onTCP, false},

	// Search, queues, streams, big data.
	{1414, "ibm-mq", onTCP, false}, {1883, "mqtt", onTCP, false}, {2181, "zookeeper", onTCP, true}, {2888, "zookeeper-peer", onTCP, false},
	{3888, "zookeeper-elect", onTCP, false}, {4222, "nats", onTCP, false}, {5044, "beats", onTCP, false}, {5601, "kibana", onTCP, false},
	{5671, "amqps", onTCP, true}, {5672, "amqp", onTCP, true}, {6066, "spark", onTCP, false}, {7077, "spark", onTCP, false},
	{8020, "hdfs", onTCP, false}, {8032, "yarn", onTCP, false}, {8042, "yarn-node", onTCP, false}, {8080, "http-alt", onUDP, false},
	{8161, "activemq-web", onTCP, false}, {8883, "mqtts", onTCP, false}, {8983, "solr", onTCP, false}, {9092, "kafka", onTCP, true},
	{9093, "kafka-tls", onTCP, false}, {9094, "kafka-tls", onTCP, true}, {9096, "kafka-sasl", onTCP, true}, {9098, "kafka-iam", onTCP, true},
	{9200, "elasticsearch", onTCP, true}, {9300, "elasticsearch-peer", onTCP, false}, {9870, "hdfs-web", onTCP, false}, {10909, "rocketmq", onTCP, false},
	{15672, "rabbitmq-web", onTCP, false}, {16010, "hbase", onTCP, false}, {50070, "hdfs-web", onTCP, false}, {61616, "activemq", onTCP, false},

	// Containers, orchestration, service discovery, build.
	{1099, "rmi", onTCP, false}, {2375, "docker", onTCP, false}, {2376, "docker-tls", onTCP, false}, {2377, "docker-swarm", onTCP, false},
	{2379, "etcd", onTCP, true}, {2380, "etcd-peer", onTCP, false}, {3690, "svn", onTCP, false}, {4369, "epmd", onTCP, false},
	{4646, "nomad", onTCP, false}, {4789, "vxlan", onUDP, false}, {5005, "jdwp", onTCP, false}, {6081, "geneve", onUDP, false},
	{6443, "kubernetes", onTCP, true}, {7946, "gossip", onBoth, false}, {8140, "puppet", onTCP, false}, {8200, "vault", onTCP, false},
	{8300, "consul-rpc", onTCP, false}, {8301, "consul-serf", onBoth, false}, {8472, "flannel", onUDP, false}, {8500, "consul", onTCP, false},
	{8600, "consul-dns", onBoth, false}, {9418, "git", onTCP, false}, {10248, "kubelet-health", onTCP, false}, {10249, "kube-proxy", onTCP, false},
	{10250, "kubelet", onTCP, true}, {10255, "kubelet-ro", onTCP, false}, {10256, "kube-proxy-health", onTCP, false}, {10257, "kube-controller", onTCP, false},
	{10259, "kube-scheduler", onTCP, false}, {15001, "envoy-out", onTCP, false}, {15006, "envoy-in", onTCP, false}, {15010, "istiod", onTCP, false},
	{15012, "istiod-tls", onTCP, false}, {15017, "istiod-hook", onTCP, false}, {15021, "istio-health", onTCP, false}, {50051, "grpc", onTCP, false},
	{4505, "salt-publish", onTCP, false}, {4506, "salt", onTCP, false}, {8265, "ray", onTCP, false}, {10001, "ray-client", onTCP, false},

	// Watching.
	{161, "snmp", onBoth, true}, {162, "snmptrap", onBoth, false}, {199, "smux", onTCP, false}, {514, "syslog", onUDP, true},
	{601, "syslog", onTCP, false}, {1514, "wazuh", onBoth, false}, {2003, "graphite", onTCP, false}, {2055, "netflow", onUDP, false},
	{3100, "loki", onTCP, false}, {4317, "otlp-grpc", onTCP, false}, {4318, "otlp-http", onTCP, false}, {4739, "ipfix", onBoth, false},
	{4949, "munin", onTCP, false}, {5140, "syslog-alt", onBoth, false}, {5666, "nrpe", onTCP, false}, {6343, "sflow", onUDP, false},
	{6514, "syslog-tls", onTCP, false}, {8089, "splunk", onTCP, false}, {8125, "statsd", onUDP, false}, {8126, "datadog-apm", onTCP, false},
	{8428, "victoriametrics", onTCP, false}, {9090, "prometheus", onTCP, false}, {9091, "pushgateway", onTCP, false}, {9100, "jetdirect", onUDP, false},
	{9411, "zipkin", onTCP, false}, {9995, "netflow", onUDP, false}, {9996, "netflow", onUDP, false}, {9997, "splunk-forward", onTCP, false},
	{10050, "zabbix-agent", onTCP, false}, {10051, "zabbix", onTCP, false}, {14250, "jaeger", onTCP, false}, {16686, "jaeger-web", onTCP, false},
	{24224, "fluentd", onBoth, false},

	// Tunnels, routing, load balancing.
	{179, "bgp", onTCP, true}, {500, "ike", onUDP, true}, {520, "rip", onUDP, false}, {521, "ripng", onUDP, false},
	{646, "ldp", onBoth, false}, {655, "tinc", onBoth, false}, {1194, "openvpn", onBoth, true}, {1701, "l2tp", onUDP, false},
	{1723, "pptp", onTCP, false}, {1985, "hsrp", onUDP, false}, {3544, "teredo", onUDP, false}, {3784, "bfd", onUDP, false},
	{4500, "ike-nat-t", onUDP, true}, {6696, "babel", onUDP, false}, {8888, "http-alt", onUDP, false}, {41641, "tailscale", onUDP, false},
	{51820, "wireguard", onUDP, false}, {51821, "wireguard-6", onUDP, false},

	// Old services that scanners and reflectors still ask for.
	{7, "echo", onBoth, false}, {9, "discard", onBoth, false}, {11, "systat", onTCP, false}, {13, "daytime", onBoth, false},
	{17, "qotd", onBoth, false}, {19, "chargen", onBoth, false}, {427, "slp", onBoth, false}, {902, "vmware-auth", onBoth, false},
	{1900, "ssdp", onUDP, false}, {3283, "apple-remote", onUDP, false}, {3702, "ws-discovery", onUDP, false}, {5555, "adb", onTCP, false},
	{5683, "coap", onUDP, false}, {7547, "cwmp", onTCP, false}, {8291, "winbox", onTCP, false}, {8728, "mikrotik-api", onTCP, false},
	{10001, "ubiquiti", onUDP, false}, {30718, "lantronix", onUDP, false}, {32414, "plex", onUDP, false}, {37215, "huawei-upnp", onTCP, false},
	{52869, "realtek-upnp", onTCP, false},

	// Plants and buildings.
	{102, "s7", onTCP, false}, {502, "modbus", onTCP, false}, {789, "crimson", onTCP, false}, {1911, "fox", onTCP, false},
	{2404, "iec-104", onTCP, false}, {4840, "opc-ua", onTCP, false}, {4911, "fox-tls", onTCP, false}, {9600, "omron-fins", onBoth, false},
	{11112, "dicom", onTCP, false}, {20000, "dnp3", onBoth, false}, {44818, "ethernet-ip", onBoth, false}, {47808, "bacnet", onUDP, false},

	// Coins and other networks found on hosts they should not be on.
	{3333, "stratum", onTCP, false}, {4444, "metasploit", onTCP, false}, {6881, "bittorrent", onBoth, false}, {8333, "bitcoin", onTCP, false},
	{8545, "ethereum-rpc", onTCP, false}, {9001, "tor-or", onTCP, false}, {9030, "tor-dir", onTCP, false}, {9050, "tor-socks", onTCP, false},
	{14444, "stratum", onTCP, false}, {18080, "monero", onTCP, false}, {30303, "ethereum", onBoth, false}, {31337, "backdoor", onTCP, false},
}
