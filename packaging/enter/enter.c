// pilot-enter CELL TENANT PROGRAM [ARGUMENT ...]
//
// Makes a cell around itself, becomes the tenant, and then is PROGRAM. systemd starts it as root ("+" in
// systemd.service(5)), in place of building the same sandbox itself, which takes ten times as long.
//
// CELL is a file of root's. Each line is one step, carried out in the order of the file; "%i" is TENANT, a path that
// begins with "-" may be missing, and "#" begins a comment:
//
//   unshare KIND...            ipc, uts or cgroup, besides the mount namespace that there always is
//   read-only PATH             PATH and all that is mounted below it
//   hide PATH                  an empty folder that nobody may enter in its place, or an empty file
//   mount TYPE PATH FLAGS DATA a new file system; FLAGS and DATA as in mount(8), or "-"
//   folder PATH MODE           what a new file system needs
//   node PATH MAJOR MINOR      a character device, open to all
//   link PATH TARGET
//   bind FROM PATH
//   writable PATH              PATH alone, in what is read-only
//   limit NAME SOFT HARD       core, nofile or memlock (setrlimit(2)); "infinity" for none
//   account PATH FIRST LAST    become the owner of PATH, whose uid lies in FIRST to LAST; its group has that number
//   group PATH                 and besides be in the group of PATH
//   filter PATH                let the kernel judge its calls by this program (seccomp(2), struct sock_filter)
//
// Whatever cannot be done ends it with systemd's own code (systemd.exec(5), Process Exit Codes) before PROGRAM has run:
// there is no PROGRAM without its cell.
#include "kernel.h"

enum { EXIT_CHDIR = 200, EXIT_EXEC = 203, EXIT_LIMITS = 205, EXIT_GROUP = 216, EXIT_USER = 217, EXIT_CAPABILITIES = 218,
       EXIT_NAMESPACE = 226, EXIT_NO_NEW_PRIVILEGES = 227, EXIT_SECCOMP = 228 };

enum { MOST_WORDS = 8, MOST_TEXT = 16384, MOST_INSTRUCTIONS = 4096, LONGEST_PATH = 512 };

static const char *line = "begin"; // What is being done, for the one sentence that tells a failure.
static const char *tenant;

static size_t length(const char *text) {
  size_t count = 0;
  while (text[count]) count++;
  return count;
}

static int same(const char *a, const char *b) {
  while (*a && *a == *b) a++, b++;
  return *a == *b;
}

static void say(const char *text) { CALL(write, 2, text, length(text)); }

// Writes the number, ending before `end`, and gives where it begins.
static char *digits_of(unsigned long number, char *end) {
  char *at = end - 1;
  for (*at = 0; at == end - 1 || number; number /= 10) *--at = (char)('0' + number % 10);
  return at;
}

static __attribute__((noreturn)) void fail(int code, long error) {
  say("pilot-enter: ");
  say(line);
  say(": error ");
  char digits[24];
  say(digits_of((unsigned long)-error, digits + sizeof digits));
  say(" (errno(3))\n");
  for (;;) CALL(exit_group, code);
}

static long must(int code, long answer) {
  if (answer < 0) fail(code, answer);
  return answer;
}

// ---- Words of a line

// In base 8 for modes, 10 for the rest.
static unsigned long number_of(const char *word, unsigned base) {
  unsigned long value = 0;
  if (!word || !*word) fail(EXIT_NAMESPACE, -EINVAL);
  for (; *word; word++) {
    if (*word < '0' || (unsigned)(*word - '0') >= base || value > UINT32_MAX) fail(EXIT_NAMESPACE, -EINVAL);
    value = value * base + (unsigned)(*word - '0');
  }
  return value;
}

// A path with the tenant's name in place of "%i".
struct path { char text[LONGEST_PATH]; int may_be_missing; };

static void read_path(const char *word, struct path *path) {
  size_t used = 0;
  if (!word) fail(EXIT_NAMESPACE, -EINVAL);
  path->may_be_missing = *word == '-';
  if (path->may_be_missing) word++;
  if (*word != '/') fail(EXIT_NAMESPACE, -EINVAL);
  for (; *word; word++) {
    const char *part = word;
    size_t size = 1;
    if (word[0] == '%' && word[1] == 'i') part = tenant, size = length(tenant), word++;
    if (used + size >= LONGEST_PATH) fail(EXIT_NAMESPACE, -ENAMETOOLONG);
    while (size--) path->text[used++] = *part++;
  }
  path->text[used] = 0;
}

static int is_missing(const struct path *path, long answer) {
  return answer == -ENOENT && path->may_be_missing;
}

static long status_of(const char *path, struct statx *status) {
  return CALL(statx, AT_FDCWD, path, 0, STATX_BASIC_STATS, status);
}

// ---- Mounts (mount_setattr(2), open_tree, move_mount, fsopen: the kernel's Documentation/filesystems)

static void set_attributes(int tree, const char *path, unsigned flags, struct mount_attr attributes) {
  must(EXIT_NAMESPACE, CALL(mount_setattr, tree, path, flags, &attributes, sizeof attributes));
}

// Every mount is attached before its descriptor is closed: close() of one that is not waits for a grace period.
static void attach(long mounted, const char *path) {
  must(EXIT_NAMESPACE,
       CALL(move_mount, mounted, "", AT_FDCWD, path, MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_SYMLINKS));
  CALL(close, mounted);
}

static long clone_of(const char *path) { return CALL(open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | O_CLOEXEC); }

static void configure(long context, unsigned command, const char *key, const char *value) {
  must(EXIT_NAMESPACE, CALL(fsconfig, context, command, key, value, 0));
}

// The options of a file system, "a=b,c": each is told to the kernel on its own.
static void configure_all(long context, char *options) {
  while (*options) {
    char *key = options, *value = 0;
    for (; *options && *options != ','; options++)
      if (*options == '=' && !value) *options = 0, value = options + 1;
    if (*options) *options++ = 0;
    configure(context, value ? FSCONFIG_SET_STRING : FSCONFIG_SET_FLAG, key, value);
  }
}

static unsigned flag_of(const char *word, size_t size) {
  static const struct { const char *name; unsigned flag; } flags[] = {
      {"ro", MOUNT_ATTR_RDONLY}, {"nosuid", MOUNT_ATTR_NOSUID}, {"nodev", MOUNT_ATTR_NODEV},
      {"noexec", MOUNT_ATTR_NOEXEC}, {"-", 0}};
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    size_t at = 0;
    while (at < size && flags[i].name[at] == word[at]) at++;
    if (at == size && !flags[i].name[at]) return flags[i].flag;
  }
  fail(EXIT_NAMESPACE, -EINVAL);
}

static unsigned flags_of(const char *word) {
  unsigned flags = 0;
  while (*word) {
    size_t size = 0;
    while (word[size] && word[size] != ',') size++;
    flags |= flag_of(word, size);
    word += word[size] ? size + 1 : size;
  }
  return flags;
}

static long new_file_system(const char *type, unsigned flags, char *options) {
  long context = must(EXIT_NAMESPACE, CALL(fsopen, type, FSOPEN_CLOEXEC));
  if (!same(options, "-")) configure_all(context, options);
  configure(context, FSCONFIG_CMD_CREATE, 0, 0);
  long mounted = must(EXIT_NAMESPACE, CALL(fsmount, context, FSMOUNT_CLOEXEC, flags));
  CALL(close, context);
  return mounted;
}

// ---- Steps, one for each first word

static void do_unshare(char **words) {
  static const struct { const char *name; unsigned long flag; } kinds[] = {
      {"ipc", CLONE_NEWIPC}, {"uts", CLONE_NEWUTS}, {"cgroup", CLONE_NEWCGROUP}};
  for (; *words; words++) {
    size_t i = 0;
    while (i < sizeof kinds / sizeof *kinds && !same(kinds[i].name, *words)) i++;
    if (i == sizeof kinds / sizeof *kinds) fail(EXIT_NAMESPACE, -EINVAL);
    must(EXIT_NAMESPACE, CALL(unshare, kinds[i].flag));
  }
}

static void do_read_only(char **words) {
  struct path path;
  read_path(words[0], &path);
  set_attributes(AT_FDCWD, path.text, AT_RECURSIVE,
                 (struct mount_attr){.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID});
}

// One file system for all that is hidden: the first hidden folder gets it, the others a clone.
static void do_hide(char **words) {
  static struct path first;
  struct path path;
  struct statx status;
  read_path(words[0], &path);
  long answer = status_of(path.text, &status);
  if (is_missing(&path, answer)) return;
  must(EXIT_NAMESPACE, answer);
  if ((status.stx_mode & S_IFMT) != S_IFDIR) {
    // systemd keeps an empty file for the same purpose.
    attach(must(EXIT_NAMESPACE, clone_of("/run/systemd/inaccessible/reg")), path.text);
    return;
  }
  if (*first.text) {
    attach(must(EXIT_NAMESPACE, clone_of(first.text)), path.text);
    return;
  }
  char options[] = "mode=0,nr_inodes=1";
  unsigned flags = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;
  attach(new_file_system("tmpfs", flags, options), path.text);
  first = path;
}

static void do_mount(char **words) {
  struct path path;
  read_path(words[1], &path);
  if (!words[2] || !words[3]) fail(EXIT_NAMESPACE, -EINVAL);
  attach(new_file_system(words[0], flags_of(words[2]), words[3]), path.text);
}

static void do_folder(char **words) {
  struct path path;
  read_path(words[0], &path);
  must(EXIT_NAMESPACE, CALL(mkdirat, AT_FDCWD, path.text, number_of(words[1], 8)));
}

static void do_node(char **words) {
  struct path path;
  read_path(words[0], &path);
  unsigned long major = number_of(words[1], 10), minor = number_of(words[2], 10);
  must(EXIT_NAMESPACE, CALL(mknodat, AT_FDCWD, path.text, S_IFCHR | 0666, major << 8 | minor));
}

static void do_link(char **words) {
  struct path path;
  read_path(words[0], &path);
  if (!words[1]) fail(EXIT_NAMESPACE, -EINVAL);
  must(EXIT_NAMESPACE, CALL(symlinkat, words[1], AT_FDCWD, path.text));
}

static void do_bind(char **words) {
  struct path from, path;
  struct statx status;
  read_path(words[0], &from);
  read_path(words[1], &path);
  long tree = clone_of(from.text);
  if (is_missing(&from, tree) || is_missing(&path, status_of(path.text, &status))) return;
  attach(must(EXIT_NAMESPACE, tree), path.text);
}

static void do_writable(char **words) {
  struct path path;
  read_path(words[0], &path);
  long tree = clone_of(path.text);
  if (is_missing(&path, tree)) return;
  must(EXIT_NAMESPACE, tree);
  set_attributes((int)tree, "", AT_EMPTY_PATH,
                 (struct mount_attr){.attr_set = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV,
                                     .attr_clr = MOUNT_ATTR_RDONLY});
  attach(tree, path.text);
}

static uint64_t limit_of(const char *word) {
  return word && same("infinity", word) ? RLIM64_INFINITY : number_of(word, 10);
}

// As near as it may be, like systemd: root of a container may not raise what it was given (CAP_SYS_RESOURCE).
static void set_limit(int resource, struct rlimit64 limit) {
  struct rlimit64 found;
  if (limit.rlim_cur > limit.rlim_max) fail(EXIT_LIMITS, -EINVAL);
  long answer = CALL(prlimit64, 0, resource, &limit, 0);
  if (answer != -EPERM) {
    must(EXIT_LIMITS, answer);
    return;
  }
  must(EXIT_LIMITS, CALL(prlimit64, 0, resource, 0, &found));
  if (limit.rlim_max > found.rlim_max) limit.rlim_max = found.rlim_max;
  if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  must(EXIT_LIMITS, CALL(prlimit64, 0, resource, &limit, 0));
}

// systemd sets no limits of a unit for a command with "+": without this the program would have those of PID 1.
static void do_limit(char **words) {
  static const struct { const char *name; int resource; } limits[] = {
      {"core", RLIMIT_CORE}, {"nofile", RLIMIT_NOFILE}, {"memlock", RLIMIT_MEMLOCK}};
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (words[0] && same(words[0], limits[i].name)) {
      struct rlimit64 limit = {.rlim_cur = limit_of(words[1]), .rlim_max = limit_of(words[2])};
      set_limit(limits[i].resource, limit);
      return;
    }
  fail(EXIT_LIMITS, -EINVAL);
}

static uint32_t account, groups[MOST_WORDS];
static unsigned group_count;

static void do_account(char **words) {
  struct path path;
  struct statx status;
  read_path(words[0], &path);
  must(EXIT_USER, status_of(path.text, &status));
  // Its owner may give it another group, but to nobody else (chown(2)).
  if (status.stx_uid < number_of(words[1], 10) || status.stx_uid > number_of(words[2], 10)) fail(EXIT_USER, -EPERM);
  account = status.stx_uid;
}

static void do_group(char **words) {
  struct path path;
  struct statx status;
  read_path(words[0], &path);
  must(EXIT_GROUP, status_of(path.text, &status));
  if (group_count == MOST_WORDS || status.stx_gid == 0) fail(EXIT_GROUP, -EPERM);
  groups[group_count++] = status.stx_gid;
}

// A file of root's that nobody else may change, as a whole.
static size_t read_file(const char *path, void *into, size_t most, int code) {
  struct statx status;
  size_t size = 0;
  long file = must(code, CALL(openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC));
  must(code, CALL(statx, file, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &status));
  if (status.stx_uid != 0 || (status.stx_mode & 022) != 0) fail(code, -EPERM);
  for (;;) {
    long got = must(code, CALL(read, file, (char *)into + size, most - size));
    if (got == 0) break;
    size += (size_t)got;
    if (size == most) fail(code, -EFBIG);
  }
  CALL(close, file);
  return size;
}

static struct sock_filter instructions[MOST_INSTRUCTIONS];
static struct sock_fprog filter = {.filter = instructions};

static void do_filter(char **words) {
  struct path path;
  read_path(words[0], &path);
  size_t size = read_file(path.text, instructions, sizeof instructions, EXIT_SECCOMP);
  if (size == 0 || size % sizeof *instructions != 0) fail(EXIT_SECCOMP, -EINVAL);
  filter.len = (unsigned short)(size / sizeof *instructions);
}

static const struct { const char *name; void (*step)(char **words); } steps[] = {
    {"unshare", do_unshare}, {"read-only", do_read_only}, {"hide", do_hide}, {"mount", do_mount},
    {"folder", do_folder},   {"node", do_node},           {"link", do_link}, {"bind", do_bind},
    {"writable", do_writable}, {"limit", do_limit},   {"account", do_account}, {"group", do_group},
    {"filter", do_filter}};

static void carry_out(char *words[]) {
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (same(words[0], steps[i].name)) {
      steps[i].step(words + 1);
      return;
    }
  fail(EXIT_NAMESPACE, -EINVAL);
}

// Cuts the text into its lines and these into words, and carries each out.
static void build_cell(char *text) {
  while (*text) {
    char *words[MOST_WORDS + 1] = {0}, *next = text;
    unsigned count = 0;
    while (*next && *next != '\n') next++;
    if (*next) *next++ = 0;
    char whole[LONGEST_PATH];
    size_t i = 0;
    for (; text[i] && i < sizeof whole - 1; i++) whole[i] = text[i];
    whole[i] = 0;
    line = whole;
    while (*text == ' ') text++;
    while (*text && *text != '#') {
      if (count == MOST_WORDS) fail(EXIT_NAMESPACE, -E2BIG);
      words[count++] = text;
      while (*text && *text != ' ') text++;
      while (*text == ' ') *text++ = 0;
    }
    if (count) carry_out(words);
    line = "cell";
    text = next;
  }
}

// ---- From root to the tenant

static void empty_bounding_set(void) {
  line = "capabilities";
  // EINVAL is told of the first that this kernel does not know (capabilities(7)).
  for (unsigned long capability = 0;; capability++) {
    long answer = CALL(prctl, PR_CAPBSET_DROP, capability);
    if (answer == -EINVAL && capability > CAP_SETPCAP) break;
    must(EXIT_CAPABILITIES, answer);
  }
}

static void drop_privileges(void) {
  line = "account";
  if (account == 0) fail(EXIT_USER, -EINVAL);
  must(EXIT_GROUP, CALL(setgroups, group_count, groups));
  must(EXIT_GROUP, CALL(setresgid, account, account, account));
  empty_bounding_set();
  line = "account";
  must(EXIT_USER, CALL(setresuid, account, account, account));
  // Whatever fs.suid_dumpable says: until execve() no process of the tenant's may look into this one (ptrace(2)).
  must(EXIT_USER, CALL(prctl, PR_SET_DUMPABLE, 0));
  line = "capabilities";
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct none[2] = {0};
  must(EXIT_CAPABILITIES, CALL(capset, &header, none));
  line = "no_new_privs";
  must(EXIT_NO_NEW_PRIVILEGES, CALL(prctl, PR_SET_NO_NEW_PRIVS, 1));
}

static char text[MOST_TEXT], directory[4096];

__attribute__((noreturn, used)) void begin(long *stack) {
  char **words = (char **)(stack + 1), **environment = words + stack[0] + 1;
  if (stack[0] < 4) fail(EXIT_EXEC, -EINVAL);
  tenant = words[2];
  line = words[1];
  // Where systemd has put it: below the mounts that are about to come.
  must(EXIT_CHDIR, CALL(getcwd, directory, sizeof directory));
  text[read_file(words[1], text, sizeof text - 1, EXIT_NAMESPACE)] = 0;
  // Modes are what the cell says.
  CALL(umask, 0);
  line = "mount namespace";
  must(EXIT_NAMESPACE, CALL(unshare, CLONE_NEWNS));
  // What is mounted outside still comes in, nothing goes out.
  set_attributes(AT_FDCWD, "/", AT_RECURSIVE, (struct mount_attr){.propagation = 1 << 19 /* MS_SLAVE */});
  build_cell(text);
  drop_privileges();
  line = directory;
  must(EXIT_CHDIR, CALL(chdir, directory));
  CALL(umask, 0077);
  line = "filter";
  if (filter.len == 0) fail(EXIT_SECCOMP, -EINVAL);
  must(EXIT_SECCOMP, CALL(seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter));
  line = words[3];
  fail(EXIT_EXEC, CALL(execve, words[3], words + 3, environment));
}

__asm__(".globl _start\n" START);
