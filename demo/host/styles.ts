// As the console loads it: PatternFly's base, all components, charts and utility classes. Plugins bring
// none of it.
import '@patternfly/react-core/dist/styles/base.css';
import '@patternfly/patternfly/patternfly.css';
import '@patternfly/patternfly/patternfly-charts.css';
import '@patternfly/patternfly/patternfly-addons.css';
import './host.css';

export {};
