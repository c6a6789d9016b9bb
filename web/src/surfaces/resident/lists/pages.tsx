import { Route, Switch } from 'wouter';
import { FigureItems } from './figure.tsx';
import { Figures } from './figures.tsx';
import { List } from './list.tsx';
import { Lists } from './lists.tsx';

/** Everything below /lists: one part, so that no other page carries more than its name. */
export function PublicLists() {
  return (
    <Switch>
      <Route path="/lists" component={Lists} />
      <Route path="/lists/figures" component={Figures} />
      <Route path="/lists/figures/:figureKey" component={FigureItems} />
      <Route path="/lists/:listKey" component={List} />
    </Switch>
  );
}
