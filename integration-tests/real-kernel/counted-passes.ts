import { LinuxKernelFiles } from '../../agent/kernel-files/linux-kernel-files';
import { Observer } from '../../agent/observation/observer';

// A program of its own, so that strace sees its passes and nothing of a test runner. It observes the machine
// on disk in the folder that it is given and prints the calls that it counted.

const [folder = ''] = process.argv.slice(2);
const files = new LinuxKernelFiles();
let nowMs = 0;
const observer = new Observer(
  files,
  { procfs: `${folder}/proc`, cgroupRoot: `${folder}/cgroup` },
  () => nowMs,
);
for (const seconds of [15, 15, 60]) {
  nowMs += seconds * 1000;
  observer.observe();
}
console.log(JSON.stringify(files.calls));
