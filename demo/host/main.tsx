import './server-flags';
import './styles';
import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ConsoleFrame } from './ConsoleFrame';
import { NodePage } from './NodePage';
import { NodesPage } from './NodesPage';
import { FirstNode } from './FirstNode';
import { loadPlugins } from './plugins';
import { startTranslations } from './translations';

async function start(root: Element): Promise<void> {
  await startTranslations();
  const store = await loadPlugins(['host-processes']);
  createRoot(root).render(
    <PluginStoreProvider store={store}>
      <BrowserRouter>
        <Routes>
          <Route element={<ConsoleFrame />}>
            <Route index element={<FirstNode />} />
            <Route path="/k8s/cluster/nodes" element={<NodesPage />} />
            <Route path="/k8s/cluster/nodes/:name/:tab?" element={<NodePage />} />
            <Route path="*" element={<Navigate to="/" replace />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </PluginStoreProvider>,
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with the id app.');
void start(root);
