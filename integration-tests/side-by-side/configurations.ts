/** One way to tell both programs whom to name. */
export interface Configuration {
  readonly name: string;
  /** Of a file that both read; `undefined`: the flags say everything. */
  readonly file?: string;
  /** Where process-exporter 0.8.7 cannot read the same: the nearest that it can. */
  readonly theirFile?: string;
  readonly flags?: readonly string[];
}

export const configurations: readonly Configuration[] = [
  {
    // `ppid` is the fork's: upstream refuses the file. Our tree is our children, as services are PID 1's.
    name: "the prototype's",
    file: `process_names:
  - comm:
    - systemd
    cmdline:
    - --system
  - ppid: ${process.pid}
`,
    theirFile: `process_names:
  - comm:
    - systemd
    cmdline:
    - --system
  - cmdline:
    - "hpt-.*--unit"
`,
  },
  {
    name: 'the first example of the README',
    file: `process_names:
  - name: "{{.Comm}}"
    cmdline:
    - '.+'
`,
  },
  {
    name: 'the other examples of the README',
    file: `process_names:
  # comm is the second field of /proc/<pid>/stat minus parens.
  - comm:
    - bash
    - hpt-multi
  - exe:
    - postgres
    - hpt-parent
  - name: "{{.ExeFull}}:{{.Matches.Unit}}"
    exe:
    - hpt-exec
    cmdline:
    - --unit\\s+(?P<Unit>\\S+)
  - name: "{{.ExeBase}}:{{.Matches.Unit}}"
    cmdline:
    - hpt-single.*--unit\\s+(?P<Unit>\\S+)
`,
  },
  {
    name: '-namemapping',
    flags: ['-procnames=hpt-multi,hpt-parent', '-namemapping=hpt-single,--unit\\s+(\\S+)'],
  },
  {
    name: 'a nasty one, without children',
    flags: ['-children=false'],
    file: `process_names:
  - {name: "hpt-\\"{{.Username}}\\"\\\\{{.Matches}}\\n", comm: [hpt-single], cmdline: ["--(?P<k>unit) (?P<v>alpha)", "^/"]}
  - {name: "hpt-never", comm: [hpt-single], cmdline: ["gamma"]}
  - {name: 'hpt-{{.Comm}}', comm: ['hpt-) "R 1 (']}
  - {name: "hpt-ü {{ .ExeBase -}}  ", exe: [hpt-multi, /no/hpt-exec]}
  - {cmdline: ['^\\S+hpt-(parent|exec)\\b']}
`,
  },
];
