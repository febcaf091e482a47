/** The vocabulary every room speaks: ids, the person at the browser, errors with a code, transactions. At most 20 types. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shared;
