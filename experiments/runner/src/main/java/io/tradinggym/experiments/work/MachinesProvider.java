package io.tradinggym.experiments.work;

/** Brings machines; found through {@link java.util.ServiceLoader}, so that the command line knows no cluster. */
public interface MachinesProvider {
  /** Whether an address, such as {@code spark://host:7077}, is one of these. */
  boolean knows(String address);

  /** What addresses look like, for a complaint. */
  String addresses();

  /**
   * Reaches the machines.
   *
   * @throws io.tradinggym.experiments.UserError if nobody answers
   */
  Machines open(String address);
}
