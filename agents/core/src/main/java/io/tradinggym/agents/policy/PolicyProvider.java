package io.tradinggym.agents.policy;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A JAR's own kind of policy file (another library's network, a rule), found through {@link java.util.ServiceLoader};
 * {@link Policy#load} asks it before it takes a file for one of this library's.
 */
public interface PolicyProvider {
  /**
   * {@return whether a file is of this kind, told by its first bytes or its name}
   *
   * @param file the file
   * @throws IOException if it cannot be read or written
   */
  boolean reads(Path file) throws IOException;

  /**
   * Reads a policy.
   *
   * @param file the file
   * @return what was saved
   * @throws IOException naming the file, if it is damaged or of another version
   */
  Policy load(Path file) throws IOException;
}
