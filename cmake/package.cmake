# The Debian package: `./dev package`. Dependencies are found by dpkg-shlibdeps from what the program is linked with.
install(TARGETS guatu RUNTIME DESTINATION bin)
install(DIRECTORY campaigns/ DESTINATION share/guatu/campaigns)
# The pages; `./dev package` builds them first.
install(DIRECTORY web/dist/ DESTINATION share/guatu/web PATTERN .made_from EXCLUDE)
install(PROGRAMS packaging/daily-backup DESTINATION lib/guatu)
install(FILES packaging/systemd/guatu.service packaging/systemd/guatu-backup.service packaging/systemd/guatu-backup.timer
        DESTINATION lib/systemd/system)
install(FILES packaging/guatu.env DESTINATION /etc/guatu)
install(FILES LICENSE packaging/debian/copyright docs/guides/administrator.md docs/guides/administrator.zh-CN.md
        DESTINATION share/doc/guatu)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME guatu)
set(CPACK_PACKAGE_CONTACT "Guatu <guatu@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "control room for a city's campaign of preliminary procedures")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-writer-nogui, libreoffice-calc-nogui, fonts-noto-cjk, fonts-arphic-ukai, postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_SOURCE_DIR}/packaging/debian/conffiles ${CMAKE_SOURCE_DIR}/packaging/debian/postinst
    ${CMAKE_SOURCE_DIR}/packaging/debian/prerm ${CMAKE_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES TRUE)
include(CPack)
