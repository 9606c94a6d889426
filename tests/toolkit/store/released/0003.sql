BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE answer (
	slip_id VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	value JSON DEFAULT 'null' NOT NULL, 
	PRIMARY KEY (slip_id, form, question), 
	FOREIGN KEY(slip_id) REFERENCES slip (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('881ed162ae2eb1547f15052434b9b5df','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('881ed162ae2eb1547f15052434b9b5df','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('881ed162ae2eb1547f15052434b9b5df','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('12bd4acefaecbd389be4bcfc49b64a08','checkin','lives_in',1,'"this_ks"');
INSERT INTO "answer" VALUES('12bd4acefaecbd389be4bcfc49b64a08','checkin','stakeholder_type',1,'"prebivalec"');
INSERT INTO "answer" VALUES('12bd4acefaecbd389be4bcfc49b64a08','checkin','need_before',1,4);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','closing','overall',1,4);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','closing','voice',1,5);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','closing','heard',1,4);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','closing','need_after',1,5);
INSERT INTO "answer" VALUES('6513270e269e0d37f2a74de452e6b438','closing','again',1,'"yes_"');
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','closing','overall',1,4);
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','closing','voice',1,5);
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','closing','heard',1,4);
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','closing','need_after',1,5);
INSERT INTO "answer" VALUES('1600a35a099950d836f675cc81e74ef5','closing','again',1,'"yes_"');
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','closing','overall',1,4);
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','closing','voice',1,5);
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','closing','heard',1,4);
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','closing','need_after',1,5);
INSERT INTO "answer" VALUES('a170b33839263059f28c105d1fb17c23','closing','again',1,'"yes_"');
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','closing','overall',1,4);
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','closing','voice',1,5);
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','closing','heard',1,4);
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','closing','need_after',1,5);
INSERT INTO "answer" VALUES('2217beaddbc496cb8e81973e0becd7b0','closing','again',1,'"yes_"');
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','closing','overall',1,4);
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','closing','voice',1,5);
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','closing','heard',1,4);
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','closing','need_after',1,5);
INSERT INTO "answer" VALUES('923a736994e3bf911a61dbe22e44158b','closing','again',1,'"yes_"');
INSERT INTO "answer" VALUES('db5b5fab8f4d3e27dda1494c73cf256d','checkin','lives_in',2,'"this_ks"');
INSERT INTO "answer" VALUES('db5b5fab8f4d3e27dda1494c73cf256d','checkin','stakeholder_type',2,'"prebivalec"');
INSERT INTO "answer" VALUES('db5b5fab8f4d3e27dda1494c73cf256d','checkin','need_before',2,4);
INSERT INTO "answer" VALUES('9d2c67eda13ffe7979cb9e86830c71c2','checkin','lives_in',2,'"this_ks"');
INSERT INTO "answer" VALUES('9d2c67eda13ffe7979cb9e86830c71c2','checkin','stakeholder_type',2,'"prebivalec"');
INSERT INTO "answer" VALUES('9d2c67eda13ffe7979cb9e86830c71c2','checkin','need_before',2,4);
CREATE TABLE ballot (
	slip_id VARCHAR NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	official BOOLEAN NOT NULL, 
	marks JSON DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (slip_id), 
	FOREIGN KEY(slip_id) REFERENCES slip (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "ballot" VALUES('6513270e269e0d37f2a74de452e6b438',1,'ballot 6513270e269e0d37f2a74de452e6b438',0,'[7]');
INSERT INTO "ballot" VALUES('1600a35a099950d836f675cc81e74ef5',1,'ballot 1600a35a099950d836f675cc81e74ef5',0,'[7]');
INSERT INTO "ballot" VALUES('a170b33839263059f28c105d1fb17c23',1,'ballot a170b33839263059f28c105d1fb17c23',0,'[7]');
INSERT INTO "ballot" VALUES('2217beaddbc496cb8e81973e0becd7b0',1,'ballot 2217beaddbc496cb8e81973e0becd7b0',0,'[7]');
INSERT INTO "ballot" VALUES('923a736994e3bf911a61dbe22e44158b',1,'ballot 923a736994e3bf911a61dbe22e44158b',0,'[7]');
CREATE TABLE choice (
	name VARCHAR NOT NULL, 
	value JSON DEFAULT 'null' NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "choice" VALUES('organiser','"Ljudska univerza"');
INSERT INTO "choice" VALUES('contact','"info@primer.si"');
INSERT INTO "choice" VALUES('wifi','["Dom krajanov", "osem znakov"]');
INSERT INTO "choice" VALUES('contact_lock','{"public": "rfupG+SLLA6XRoUoLLlih+EkoEidVxrW/usRrZx8+3o=", "salt": "y2IKi9OoNJwnQoIYHtxORA==", "locked": "1NpgCaZwfjYB+r42bNTa5vcXFrvwIY09JKBCn8tyxBOG7zS/96tyvrtrAZ45m50iCRit/x4s0LQQ3UnoInWLpfslwwRRa4b9"}');
INSERT INTO "choice" VALUES('slide 1',0);
INSERT INTO "choice" VALUES('ballot 1','[7, 15, 22, 14, 16, 18, 19, 20, 21, 23]');
CREATE TABLE community (
	id INTEGER NOT NULL, 
	programme_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	demo BOOLEAN NOT NULL, 
	population INTEGER, 
	population_source VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(programme_id) REFERENCES programme (id), 
	UNIQUE (programme_id, name)
);
INSERT INTO "community" VALUES(1,1,'Golnik',0,NULL,'');
INSERT INTO "community" VALUES(2,1,'Brezje',0,NULL,'');
CREATE TABLE condensed (
	workshop_id INTEGER NOT NULL, 
	mark JSON DEFAULT 'null' NOT NULL, 
	value JSON DEFAULT 'null' NOT NULL, 
	PRIMARY KEY (workshop_id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "condensed" VALUES(1,'[1]','{}');
CREATE TABLE contact (
	id VARCHAR NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	levels JSON DEFAULT '[]' NOT NULL, 
	themes JSON DEFAULT '[]' NOT NULL, 
	core BOOLEAN NOT NULL, 
	consents JSON DEFAULT '{}' NOT NULL, 
	withdrawal_hash VARCHAR NOT NULL, 
	sealed BLOB NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id), 
	UNIQUE ("key")
);
INSERT INTO "contact" VALUES('216363698b529b4a97b750923ceb3ffd',1,'3f4f6e39c45dbd1666b259e219b314cec2834fcc58524b5bc54394be7ff98496','2026-11-26','["user"]','["kultura"]',1,'{"c_next": {"text": "Pokli\u010dite me ali mi pi\u0161ite glede naslednjega sre\u010danja in moje ponudbe.", "language": "sl", "given": true, "day": "2026-11-26"}, "c_core": {"text": "Moje ime in stik smete dati zagonski ekipi prostora v moji KS.", "language": "sl", "given": true, "day": "2026-11-26"}, "c_news": {"text": "Po\u0161iljajte mi novice o prostoru.", "language": "sl", "given": true, "day": "2026-11-26"}}','65595250144221b868f1870927f611645ab850c4a1a2fd3ae39aa8ef5c92c109',X'40FDAF857CE907C5FE2774EEA7EE0CAE2F3761D3D75B5A6AA393E028767C0D0182FE7F7079803BE0D2379DEEB1BF7CEA4D96BF4FEAD278FE92E6D1D9E251EB58CEE22EC044E779166D0B2EE457FCD2E574851EBDC74839F127C480C746661B166D02BFD148AABC6F2BD14084590F10AE58B7841B147414ECCAED5A48F669259818F9E909D6E92AAF4823521A064D0CBB46E99E5037FF22DB5EFF0A3EC39D6847B19E547052DEB8005CDAC8D2EFB0');
CREATE TABLE link (
	hash VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	expires DATETIME NOT NULL, 
	used BOOLEAN NOT NULL, 
	PRIMARY KEY (hash)
);
INSERT INTO "link" VALUES('61c4253686f0d347105526821e7e6270982b196b93dac8333c4101e3271d9502','mentor','2026-11-27 17:00:00.000000',1);
INSERT INTO "link" VALUES('a17e2f40e66909cd03c791098a0b7d7e445f228930cb22cbfa9b298448f1b347','facilitator','2026-11-27 17:00:00.000000',1);
INSERT INTO "link" VALUES('769799bd578be67b36a2c4769b1d6eccb6b1af7cd5e89dff9e6c2efe84e74721','mentor','2026-11-27 17:00:00.000000',0);
CREATE TABLE log (
	id INTEGER NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	what VARCHAR NOT NULL, 
	note_id INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	"before" JSON DEFAULT '{}' NOT NULL, 
	undone BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "log" VALUES(1,1,'2026-11-26 17:00:52.000000','moved',1,'','{"1": {"theme": null}}',0);
INSERT INTO "log" VALUES(2,1,'2026-11-26 17:00:53.000000','merged',1,'','{"2": {"head": null}}',0);
INSERT INTO "log" VALUES(3,1,'2026-11-26 17:00:54.000000','named',1,'','{"1": {"cluster_name": ""}}',0);
CREATE TABLE move (
	id INTEGER NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	verb VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	"before" JSON DEFAULT '{}' NOT NULL, 
	undone BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id), 
	UNIQUE (workshop_id, version)
);
INSERT INTO "move" VALUES(1,1,0,'next','2026-11-26 17:00:01.000000','{"step": {"stage": "prepared", "round": null, "clock": null, "lengths": [], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": null}',0);
INSERT INTO "move" VALUES(2,1,1,'next','2026-11-26 17:00:10.000000','{"step": {"stage": "checkin", "round": null, "clock": null, "lengths": [], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": null}',0);
INSERT INTO "move" VALUES(3,1,2,'next','2026-11-26 17:00:11.000000','{"step": {"stage": "opening", "round": null, "clock": null, "lengths": [], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": null}',0);
INSERT INTO "move" VALUES(4,1,3,'next','2026-11-26 17:00:12.000000','{"step": {"stage": "groups", "round": null, "clock": null, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(5,1,4,'next','2026-11-26 17:00:19.000000','{"step": {"stage": "round", "round": 0, "clock": {"started": "2026-11-26T17:00:12+00:00", "seconds": 1710, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(6,1,5,'next','2026-11-26 17:00:20.000000','{"step": {"stage": "moving", "round": 1, "clock": {"started": "2026-11-26T17:00:19+00:00", "seconds": 90, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(7,1,6,'next','2026-11-26 17:00:42.000000','{"step": {"stage": "round", "round": 1, "clock": {"started": "2026-11-26T17:00:20+00:00", "seconds": 1410, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(8,1,7,'next','2026-11-26 17:00:43.000000','{"step": {"stage": "moving", "round": 2, "clock": {"started": "2026-11-26T17:00:42+00:00", "seconds": 90, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(9,1,8,'next','2026-11-26 17:00:51.000000','{"step": {"stage": "round", "round": 2, "clock": {"started": "2026-11-26T17:00:43+00:00", "seconds": 1200, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(10,1,9,'next','2026-11-26 17:00:55.000000','{"step": {"stage": "harvest", "round": null, "clock": {"started": "2026-11-26T17:00:51+00:00", "seconds": 1020, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(11,1,10,'next','2026-11-26 17:01:01.000000','{"step": {"stage": "vote", "round": null, "clock": {"started": "2026-11-26T17:00:55+00:00", "seconds": 480, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(12,1,11,'next','2026-11-26 17:01:03.000000','{"step": {"stage": "interest", "round": null, "clock": null, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(13,1,12,'next','2026-11-26 17:01:09.000000','{"step": {"stage": "closing", "round": null, "clock": {"started": "2026-11-26T17:01:03+00:00", "seconds": 600, "paused_at": null, "paused": 0.0}, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(14,1,13,'next','2026-11-26 17:01:11.000000','{"step": {"stage": "raffle", "round": null, "clock": null, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": {"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}}',0);
INSERT INTO "move" VALUES(15,2,0,'next','2026-11-26 17:00:01.000000','{"step": {"stage": "prepared", "round": null, "clock": null, "lengths": [], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}, "layout": null}',0);
CREATE TABLE note (
	id INTEGER NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	slip_id VARCHAR, 
	"key" VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	station INTEGER, 
	round INTEGER, 
	"group" INTEGER, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	redacted VARCHAR, 
	fields JSON DEFAULT '{}' NOT NULL, 
	source VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	because VARCHAR NOT NULL, 
	theme VARCHAR, 
	head INTEGER, 
	cluster_name VARCHAR NOT NULL, 
	paper_ticks INTEGER NOT NULL, 
	replaces INTEGER, 
	sent DATETIME NOT NULL, part_of INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(slip_id) REFERENCES slip (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id), 
	UNIQUE (workshop_id, "key")
);
INSERT INTO "note" VALUES(1,1,'6513270e269e0d37f2a74de452e6b438','6513270e269e0d37f2a74de452e6b438 Prostor za druženje 1','S4_ponudba',3,0,2,'offer','Prostor za druženje 1',NULL,'{}','own_device','published','','kultura',NULL,'Druženje',0,NULL,'2026-11-26 17:00:13.000000',NULL);
INSERT INTO "note" VALUES(2,1,'1600a35a099950d836f675cc81e74ef5','1600a35a099950d836f675cc81e74ef5 Klop pri igrišču 1','S1_prostor',1,0,0,'need','Klop pri igrišču 1',NULL,'{}','own_device','published','',NULL,1,'',0,NULL,'2026-11-26 17:00:14.000000',NULL);
INSERT INTO "note" VALUES(3,1,'a170b33839263059f28c105d1fb17c23','a170b33839263059f28c105d1fb17c23 Delavnica za mlade 1','S3_obstojece',2,0,1,'existing','Delavnica za mlade 1',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:15.000000',NULL);
INSERT INTO "note" VALUES(4,1,'2217beaddbc496cb8e81973e0becd7b0','2217beaddbc496cb8e81973e0becd7b0 Čajanka ob sredah 1','S3_obstojece',2,0,1,'existing','Čajanka ob sredah 1',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:16.000000',NULL);
INSERT INTO "note" VALUES(5,1,'923a736994e3bf911a61dbe22e44158b','923a736994e3bf911a61dbe22e44158b Skupni vrt 1','S3_obstojece',2,0,1,'existing','Skupni vrt 1',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:17.000000',NULL);
INSERT INTO "note" VALUES(6,1,'881ed162ae2eb1547f15052434b9b5df','881ed162ae2eb1547f15052434b9b5df Mizarsko orodje na posodo 1','S4_ponudba',3,0,2,'offer','Mizarsko orodje na posodo 1',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:18.000000',5);
INSERT INTO "note" VALUES(7,1,'6513270e269e0d37f2a74de452e6b438','6513270e269e0d37f2a74de452e6b438 Prostor za druženje 2','S1_prostor',1,1,2,'need','Prostor za druženje 2',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:21.000000',NULL);
INSERT INTO "note" VALUES(8,1,'1600a35a099950d836f675cc81e74ef5','1600a35a099950d836f675cc81e74ef5 Klop pri igrišču 2','S3_obstojece',2,1,0,'existing','Klop pri igrišču 2',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:22.000000',NULL);
INSERT INTO "note" VALUES(9,1,'a170b33839263059f28c105d1fb17c23','a170b33839263059f28c105d1fb17c23 Delavnica za mlade 2','S4_ponudba',3,1,1,'offer','Delavnica za mlade 2',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:23.000000',NULL);
INSERT INTO "note" VALUES(10,1,'2217beaddbc496cb8e81973e0becd7b0','2217beaddbc496cb8e81973e0becd7b0 Čajanka ob sredah 2','S4_ponudba',3,1,1,'offer','Čajanka ob sredah 2',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:24.000000',NULL);
INSERT INTO "note" VALUES(11,1,'923a736994e3bf911a61dbe22e44158b','923a736994e3bf911a61dbe22e44158b Skupni vrt 2','S4_ponudba',3,1,1,'offer','Skupni vrt 2',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:25.000000',NULL);
INSERT INTO "note" VALUES(12,1,'6513270e269e0d37f2a74de452e6b438','6513270e269e0d37f2a74de452e6b438 Prostor za druženje 3','S3_obstojece',2,2,2,'existing','Prostor za druženje 3',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:44.000000',NULL);
INSERT INTO "note" VALUES(13,1,'1600a35a099950d836f675cc81e74ef5','1600a35a099950d836f675cc81e74ef5 Klop pri igrišču 3','S4_ponudba',3,2,0,'offer','Klop pri igrišču 3',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:45.000000',NULL);
INSERT INTO "note" VALUES(14,1,'a170b33839263059f28c105d1fb17c23','a170b33839263059f28c105d1fb17c23 Delavnica za mlade 3','S1_prostor',1,2,1,'need','Delavnica za mlade 3',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:46.000000',NULL);
INSERT INTO "note" VALUES(15,1,'2217beaddbc496cb8e81973e0becd7b0','2217beaddbc496cb8e81973e0becd7b0 Čajanka ob sredah 3','S1_prostor',1,2,1,'need','Čajanka ob sredah 3',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:47.000000',NULL);
INSERT INTO "note" VALUES(16,1,'923a736994e3bf911a61dbe22e44158b','923a736994e3bf911a61dbe22e44158b Skupni vrt 3','S1_prostor',1,2,1,'need','Skupni vrt 3',NULL,'{}','own_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:48.000000',NULL);
INSERT INTO "note" VALUES(17,1,'12bd4acefaecbd389be4bcfc49b64a08','12bd4acefaecbd389be4bcfc49b64a08 Pokličite me na 041 123 456','S4_ponudba',3,2,0,'offer','Pokličite me na 041 123 456','[…]','{}','own_device','held','hold_personal_data',NULL,NULL,'',0,NULL,'2026-11-26 17:00:49.000000',NULL);
INSERT INTO "note" VALUES(18,1,NULL,'host:0:852c840b21317969a08d82a5d1474492029d7f880d4cd8187b333fb47a212745','S2_potrebe',1,2,1,'need','Prostor za vaje zbora',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
INSERT INTO "note" VALUES(19,1,NULL,'host:1:482835fa56ee9a11db71563428c0cc7901bffa0e7792bbf6df44878f31b64ec4','S2_potrebe',1,2,1,'need','Soba za mlade',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
INSERT INTO "note" VALUES(20,1,NULL,'host:2:55c57546fcfe8b3c5a8ef8539d14ef0bcaea98b4af974c821fc096be18326c3d','S2_potrebe',1,2,1,'need','Dvigalo za starejše',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
INSERT INTO "note" VALUES(21,1,NULL,'host:3:5ce56cb0d65661939d9fc71d19dc744b465d7ced38e1a8b108faa5f1d5d54387','S2_potrebe',1,2,1,'need','Učna pomoč otrokom',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
INSERT INTO "note" VALUES(22,1,NULL,'host:4:c11e20bebda40fe24eef0f24d6c3f594862e8afb1ea06f3bb4bc673a0435dc64','S2_potrebe',1,2,1,'need','Kuhinja za skupne večerje',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
INSERT INTO "note" VALUES(23,1,NULL,'host:5:cf8409c2416590a6f4713f607ef83c77d9ae472899cc6617ede13796e908bdb5','S2_potrebe',1,2,1,'need','Knjižnica stvari',NULL,'{}','host_device','published','',NULL,NULL,'',0,NULL,'2026-11-26 17:00:50.000000',NULL);
CREATE TABLE pair (
	one INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	PRIMARY KEY (one, other), 
	FOREIGN KEY(one) REFERENCES note (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "pair" VALUES(3,4,1,'apart');
INSERT INTO "pair" VALUES(5,0,1,'alone');
CREATE TABLE programme (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "programme" VALUES(1,'Program');
CREATE TABLE record (
	id INTEGER NOT NULL, 
	community_id INTEGER NOT NULL, 
	form VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	content JSON DEFAULT '{}' NOT NULL, 
	version INTEGER NOT NULL, 
	removed BOOLEAN NOT NULL, 
	changed DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(community_id) REFERENCES community (id), 
	UNIQUE (community_id, form, "key")
);
INSERT INTO "record" VALUES(1,1,'assurance','občina bo dvorano odprla za skupnostni program.','{"text": "Ob\u010dina bo dvorano odprla za skupnostni program.", "who": "predstavnik ob\u010dine (demo)", "public": true}',1,0,'2026-11-26 17:00:00.000000');
INSERT INTO "record" VALUES(2,1,'action','pripraviti urnik in pravila za ključe','{"what": "Pripraviti urnik in pravila za klju\u010de", "who": "svet krajevne skupnosti", "due": "2026-12-05", "status": "done", "done_on": "2026-12-03"}',1,0,'2026-11-26 17:00:00.000000');
CREATE TABLE slip (
	id VARCHAR NOT NULL, 
	workshop_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	official BOOLEAN NOT NULL, 
	unit VARCHAR, 
	"group" INTEGER, 
	joined_round INTEGER NOT NULL, 
	left_round INTEGER, 
	past JSON DEFAULT '[]' NOT NULL, 
	erasure_hash VARCHAR NOT NULL, 
	erased BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id), 
	UNIQUE (workshop_id, code), 
	UNIQUE (workshop_id, "key")
);
INSERT INTO "slip" VALUES('6513270e269e0d37f2a74de452e6b438',1,'2243f33be872074214a645f5179c513096cb6e98f04c14e98cba8ff3b6b53735','RBN42','sl',0,NULL,2,0,NULL,'[]','ce314dbc3ee16397033ba4ea72834da79961655626de7296f33feac144e7b579',0);
INSERT INTO "slip" VALUES('1600a35a099950d836f675cc81e74ef5',1,'ab2d84842a4c6b4ddf4654fa40aa7352c52acfc3b3043305c66b9912399590fe','LBC58','sl',0,NULL,0,0,NULL,'[]','95884e33b1b4e2f3a4a587c5e97a4ffca9a1a6228d2aa3786544f44c0edd9f2f',0);
INSERT INTO "slip" VALUES('a170b33839263059f28c105d1fb17c23',1,'7546d892a1c7835742bb65bd612e073b75675d8bc2dd52498190207051c6907c','RYP59','sl',0,NULL,1,0,NULL,'[]','4216fed236f2d3544de1932adb63f50ca91cdcf7a4a94dba42019dad3c79b478',0);
INSERT INTO "slip" VALUES('2217beaddbc496cb8e81973e0becd7b0',1,'cba20c80927b94e146d1f75886d465cc5a433bd9c951e38161aa0144fa8af646','GDC48','sl',0,NULL,1,0,NULL,'[]','158077f35920c1a2888f9265ea1f993c2d1b259c367bc9ed2a40c729a833c9cf',0);
INSERT INTO "slip" VALUES('923a736994e3bf911a61dbe22e44158b',1,'a685608cadae976a19872f7f24d22672af3330f744d7d9930d2e6d159744c259','RJP22','sl',0,NULL,1,0,NULL,'[]','ea95ae9f4320c3473bf4e6b0c062e703f1133fb57b40ee2ad9ec8534a6d89262',0);
INSERT INTO "slip" VALUES('881ed162ae2eb1547f15052434b9b5df',1,'018dd29b893247b04d2e8a88dd939c71e180c9957b6776fb3ed305d37b420768','LHQ54','sl',0,NULL,2,0,NULL,'[]','8988bc6e1b939aab5dc2e738dda0b06630b2091285322ff42936deef3edb5995',0);
INSERT INTO "slip" VALUES('c7a2ea20b2f14c942e05319acb5c7427',1,'499203459a34f34c9f56df4d7f301f20b25dec6a4bf55e8f0a07dc647a4f56a1','FPN97','sl',0,NULL,0,0,NULL,'[]','b6fdcf2bb1a2447e3bce61fb825b1751a1c4a28e759adad203b937b391db90a0',1);
INSERT INTO "slip" VALUES('12bd4acefaecbd389be4bcfc49b64a08',1,'0c0f3f3d5044f40d24fdaff3d50c9e655e35f955a5c62891e7aed6e18de62a24','CLU35','sl',0,NULL,0,0,NULL,'[]','130dcdef5e692d9a0922e031cd505a3f42df48f35763686caef6c7b05f61c09a',0);
INSERT INTO "slip" VALUES('db5b5fab8f4d3e27dda1494c73cf256d',2,'a2ed32cabab3ef72f2fcc4bd562760b75497625ab96ca78465cc6cf536878aa3','YMN63','sl',0,NULL,NULL,0,NULL,'[]','b17bc8accf676002f8811e72600ab23dad17e492a7b44176b22e38de9c72d891',0);
INSERT INTO "slip" VALUES('9d2c67eda13ffe7979cb9e86830c71c2',2,'251bc67f637b6ba8523a749d068c2d39f66f7920eb19155f3fcca09d04e02dd4','VCH28','sl',0,NULL,NULL,0,NULL,'[]','8c182b144d6a8c5b152b3f69d943ea4d65729537ab8f281d0dbee508f1c405a7',0);
CREATE TABLE staff (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	password_hash VARCHAR NOT NULL, 
	failures INTEGER NOT NULL, 
	locked_until DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "staff" VALUES(1,'Mentorica','mentor','$argon2id$not-a-real-hash',0,NULL);
INSERT INTO "staff" VALUES(2,'Povezovalec','facilitator','$argon2id$not-a-real-hash',1,NULL);
CREATE TABLE staff_session (
	hash VARCHAR NOT NULL, 
	staff_id INTEGER, 
	role VARCHAR NOT NULL, 
	expires DATETIME NOT NULL, 
	revoked BOOLEAN NOT NULL, 
	PRIMARY KEY (hash), 
	FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "staff_session" VALUES('d79bd04cefedb7643fc6af18cdea3dd6ea116a0c257a1dda397a244c145361e1',1,'mentor','2026-11-27 07:00:00.000000',0);
INSERT INTO "staff_session" VALUES('e247a4dc001c14c525bda05c50e53e11fca7131e50f2184b491464dc4eee2547',2,'facilitator','2026-11-27 07:00:00.000000',0);
CREATE TABLE tally (
	workshop_id INTEGER NOT NULL, 
	item VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	PRIMARY KEY (workshop_id, item), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id)
);
INSERT INTO "tally" VALUES(1,'seat',8);
INSERT INTO "tally" VALUES(1,'hear',8);
CREATE TABLE tick (
	note_id INTEGER NOT NULL, 
	slip_id VARCHAR NOT NULL, 
	PRIMARY KEY (note_id, slip_id), 
	FOREIGN KEY(note_id) REFERENCES note (id), 
	FOREIGN KEY(slip_id) REFERENCES slip (id)
);
INSERT INTO "tick" VALUES(1,'a170b33839263059f28c105d1fb17c23');
INSERT INTO "tick" VALUES(1,'2217beaddbc496cb8e81973e0becd7b0');
INSERT INTO "tick" VALUES(2,'6513270e269e0d37f2a74de452e6b438');
INSERT INTO "tick" VALUES(3,'1600a35a099950d836f675cc81e74ef5');
INSERT INTO "tick" VALUES(4,'1600a35a099950d836f675cc81e74ef5');
CREATE TABLE ticket (
	workshop_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	PRIMARY KEY (workshop_id, number), 
	FOREIGN KEY(workshop_id) REFERENCES workshop (id), 
	UNIQUE ("key")
);
INSERT INTO "ticket" VALUES(1,101,'1d3faf1f057772ac87b9c9546f0ee9c98d1f21d225029d4de0720fa55953ed47');
INSERT INTO "ticket" VALUES(1,102,'bd6c58e15f7f970b4b48a1380784fe8795b345ece263659eb7a622c4c9370a0f');
INSERT INTO "ticket" VALUES(1,103,'79c5728841ff22a4baadcbe0119680553a53568704bfce01bd03c7a121e75fa4');
INSERT INTO "ticket" VALUES(1,104,'953545b460cd217a555fd2d7d7270192209634019b086150f7238fb6970a9bd9');
INSERT INTO "ticket" VALUES(1,105,'8dd39d7937f4de211eed3d6d536a99b6873522f7cbd4c74a65bb2b6672f17b0b');
INSERT INTO "ticket" VALUES(1,106,'5837ddf879648beabaab8101f52cd068e0fd04e2b18b573e4c846a80da185a71');
INSERT INTO "ticket" VALUES(1,107,'d5a02abbb506960648816153f1f08ac0c0c47f869b94547d096a31dd9e9dd518');
INSERT INTO "ticket" VALUES(1,108,'ec9636568defdbdb0e1f9bdc448da2085bc09264f02e68bf3341964ec6ce3f0b');
INSERT INTO "ticket" VALUES(2,101,'4921f47cc34367ced860edef2ddfb9616bc5cb0225440e5a0c26a32277546b1f');
INSERT INTO "ticket" VALUES(2,102,'cbcd6d247a0faed0e2f2f08b165e9e7da69957ccc50e408975353e1e79362c8e');
CREATE TABLE workshop (
	id INTEGER NOT NULL, 
	community_id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	date DATE NOT NULL, 
	format VARCHAR NOT NULL, 
	question_set VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	expected INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	stairs BOOLEAN NOT NULL, 
	older BOOLEAN NOT NULL, 
	hosts INTEGER NOT NULL, 
	host_mode VARCHAR NOT NULL, 
	seed INTEGER NOT NULL, 
	joining BOOLEAN NOT NULL, 
	hide_until_written BOOLEAN NOT NULL, 
	approve_by_hand BOOLEAN NOT NULL, 
	report_shared BOOLEAN NOT NULL, 
	screen VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	step JSON DEFAULT '{}' NOT NULL, 
	layout JSON, 
	winners JSON DEFAULT '[]' NOT NULL, 
	raffle_seed VARCHAR NOT NULL, log_shared BOOLEAN DEFAULT 0 NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(community_id) REFERENCES community (id), 
	UNIQUE (code)
);
INSERT INTO "workshop" VALUES(1,1,'3H9V8Y','Prostor: Golnik','2026-11-26','carousel','skupnostni_prostor','sl',24,75,0,0,0,'host',642187031,0,0,0,0,'follow',14,'{"stage": "thanks", "round": null, "clock": null, "lengths": [1710, 1410, 1200], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}','{"stations": [["S1_prostor", "S2_potrebe"], ["S3_obstojece"], ["S4_ponudba", "S5_sodelovanje"]], "groups": 3, "carousels": 1, "rounds": 3, "added": 0}','[102]','seme',1);
INSERT INTO "workshop" VALUES(2,2,'N4YW17','Prostor: Brezje','2026-11-26','carousel','skupnostni_prostor','sl',24,75,0,0,0,'host',735500773,1,0,0,0,'follow',1,'{"stage": "checkin", "round": null, "clock": null, "lengths": [], "extended": [], "dropped": false, "break_at": null, "move_seconds": 90, "floor": 300, "break_taken": false}','null','[]','',0);
CREATE INDEX ix_workshop_community_id ON workshop (community_id);
CREATE INDEX ix_contact_withdrawal_hash ON contact (withdrawal_hash);
CREATE INDEX ix_contact_workshop_id ON contact (workshop_id);
CREATE INDEX ix_log_workshop_id ON log (workshop_id);
CREATE INDEX ix_slip_workshop_id ON slip (workshop_id);
CREATE INDEX ix_answer_workshop_id ON answer (workshop_id);
CREATE INDEX ix_ballot_workshop_id ON ballot (workshop_id);
CREATE INDEX ix_note_slip_id ON note (slip_id);
CREATE INDEX ix_note_workshop_id ON note (workshop_id);
CREATE INDEX ix_tick_slip_id ON tick (slip_id);
CREATE INDEX ix_note_part_of ON note (part_of);
CREATE INDEX ix_pair_workshop_id ON pair (workshop_id);
CREATE INDEX ix_record_community_id ON record (community_id);
COMMIT;
