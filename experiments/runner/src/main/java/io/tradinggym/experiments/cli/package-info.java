/**
 * The command line: {@link io.tradinggym.experiments.cli.Main} and one class per command. A command reads its
 * arguments, calls the packages that do the work and prints; it decides nothing else.
 *
 * <p>Whatever the user can get wrong ends as a {@link io.tradinggym.experiments.UserError}: one message, exit code 2.
 */
@NullMarked
package io.tradinggym.experiments.cli;

import org.jspecify.annotations.NullMarked;
