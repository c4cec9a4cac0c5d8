package io.tradinggym.experiments.run;

/** A run was stopped from outside after everything it had learned was saved. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  Stopped(RunFolder folder) {
    super("stopped; it goes on from there with: " + Advice.resume(folder.path()));
  }
}
