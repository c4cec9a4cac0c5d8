/** Tests of the command line, as a user would call it. */
@NullMarked
package io.tradinggym.experiments.cli;

import org.jspecify.annotations.NullMarked;
