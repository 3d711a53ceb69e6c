// Debian's libxml2 uses ICU for encodings that it does not know itself. awl passes UTF-8 only, and
// ICU's tables would make the program 31 MB larger, so these stubs replace its functions and know
// no encoding. The header gives them the names of this ICU version.

#include <unicode/ucnv.h>

U_CAPI UConverter *U_EXPORT2 ucnv_open(const char *name, UErrorCode *error) {
  (void)name;
  *error = U_FILE_ACCESS_ERROR;
  return NULL;
}

U_CAPI void U_EXPORT2 ucnv_close(UConverter *converter) { (void)converter; }

U_CAPI void U_EXPORT2 ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback action,
                                          const void *context, UConverterToUCallback *old_action,
                                          const void **old_context, UErrorCode *error) {
  (void)converter, (void)action, (void)context, (void)old_action, (void)old_context;
  *error = U_UNSUPPORTED_ERROR;
}

U_CAPI void U_EXPORT2 ucnv_setFromUCallBack(UConverter *converter, UConverterFromUCallback action,
                                            const void *context,
                                            UConverterFromUCallback *old_action,
                                            const void **old_context, UErrorCode *error) {
  (void)converter, (void)action, (void)context, (void)old_action, (void)old_context;
  *error = U_UNSUPPORTED_ERROR;
}

U_CAPI void U_EXPORT2 ucnv_convertEx(UConverter *target, UConverter *source, char **to,
                                     const char *to_limit, const char **from,
                                     const char *from_limit, UChar *pivot, UChar **pivot_source,
                                     UChar **pivot_target, const UChar *pivot_limit, UBool reset,
                                     UBool flush, UErrorCode *error) {
  (void)target, (void)source, (void)to, (void)to_limit, (void)from, (void)from_limit;
  (void)pivot, (void)pivot_source, (void)pivot_target, (void)pivot_limit, (void)reset, (void)flush;
  *error = U_UNSUPPORTED_ERROR;
}

U_CAPI void U_EXPORT2 UCNV_FROM_U_CALLBACK_STOP(const void *context,
                                                UConverterFromUnicodeArgs *arguments,
                                                const UChar *units, int32_t length,
                                                UChar32 code_point,
                                                UConverterCallbackReason reason,
                                                UErrorCode *error) {
  (void)context, (void)arguments, (void)units, (void)length, (void)code_point, (void)reason;
  (void)error;
}

U_CAPI void U_EXPORT2 UCNV_TO_U_CALLBACK_STOP(const void *context,
                                              UConverterToUnicodeArgs *arguments,
                                              const char *bytes, int32_t length,
                                              UConverterCallbackReason reason,
                                              UErrorCode *error) {
  (void)context, (void)arguments, (void)bytes, (void)length, (void)reason, (void)error;
}
