import { Bullseye, Spinner } from '@patternfly/react-core';

/** A part of the page is on its way. */
export function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}
