import { helm3 } from '../../scripts/parts/helm';
import { everyInstallation } from './every-installation';

// A file for each release of Helm: they run at the same time, each on a cluster of its own.
everyInstallation(helm3.name);
