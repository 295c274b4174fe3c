/** The text of `--man`: how processes get their group. `docs/grouping.md` tells it at length. */
export const manual = `Usage:
  host-processes-agent [OPTION]... --config.path=FILE
  host-processes-agent [OPTION]... --procnames=NAME,... [--namemapping=NAME,REGEXP,...]
  host-processes-agent [OPTION]...

Every process is in at most one group. The first rule that holds for a process names its group. A process
for which none holds is in the group of its nearest ancestor that has one, unless --children=false.

With a file (recommended), rules are the items of process_names:

  process_names:
    - name: "{{.ExeBase}}:{{.Matches.Config}}"
      exe:
        - /usr/local/bin/prometheus
      cmdline:
        - --config.file=(?P<Config>\\S+)

  comm     one of these is the second field of /proc/PID/stat (15 bytes at most)
  exe      one of these is argv[0]: without a slash its last part, with a slash all of it
  cmdline  all of these regular expressions (Go's) match the arguments, joined by spaces
  ppid     the parent's pid when the process was first seen
  cgroup   this regular expression matches the path of the process's cgroup
  name     a template of {{.Comm}} {{.ExeBase}} {{.ExeFull}} {{.Username}} {{.Matches.x}} {{.PID}}
           {{.StartTime}} {{.Cgroups}}; {{.ExeBase}} when left out
  threads  false: no metrics by thread name for this rule's processes

All selectors of an item must hold. The file is read again when it changes and at SIGHUP.

With --procnames, every process whose comm is listed is in the group of that name. With --namemapping, a
process whose comm stands before a regular expression is in the group COMM:TEXT, where TEXT is what the first
group of the expression captures in the arguments; when it captures nothing, no rule holds.

With neither, the built-in rules hold: systemd, each child of process 1, and "conmon" for pods, their
container monitors and this agent.
`;
