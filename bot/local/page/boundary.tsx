import { Component, type ReactNode } from 'react';

/** Draws `fallback` in the place of what could not be drawn, so that the rest of the page stays. */
export class Boundary extends Component<{ fallback: ReactNode; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
